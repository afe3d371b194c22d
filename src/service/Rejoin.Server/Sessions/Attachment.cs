using Rejoin.Protocol;

namespace Rejoin.Server;

/// <summary>What an attach saw under the session's lock.</summary>
internal sealed record Attachment
{
    /// <summary>An attach that a newer one overtook.</summary>
    public static Attachment Late { get; } = new() { Decision = new ResumeDecision(), Overtaken = true };

    public required ResumeDecision Decision { get; init; }

    public bool Overtaken { get; init; }

    public long Head { get; init; }

    public string Digest { get; init; } = string.Empty;

    public Snapshot? Snapshot { get; init; }
}
