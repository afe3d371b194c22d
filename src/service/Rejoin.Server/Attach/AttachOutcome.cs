using Rejoin.Protocol;

namespace Rejoin.Server;

/// <summary>The result of an attach: a verdict with what follows it, or a refusal.</summary>
public sealed record AttachOutcome
{
    /// <summary>First message on the connection; null if the attach is refused.</summary>
    public Verdict? Verdict { get; init; }

    /// <summary>What is delivered between the verdict and live events; null if the attach is refused.</summary>
    public ReplayRequest? Replay { get; init; }

    /// <summary>Cause of the refusal; null if there is a verdict.</summary>
    public AttachRefusal? Refusal { get; init; }

    internal LiveSession? Session { get; init; }

    /// <summary>An outcome that refuses.</summary>
    public static AttachOutcome Refused(AttachRefusal refusal) => new() { Refusal = refusal };
}
