namespace Rejoin.Protocol;

/// <summary>The verdict that the session goes on from the client's position.</summary>
public sealed record Resumed : Verdict
{
    /// <summary>Offset that the client presented and delivery goes on from.</summary>
    public required long From { get; init; }

    /// <summary>Whether events or a snapshot follow.</summary>
    public required ResumeMode Mode { get; init; }

    /// <summary>Whether something that need not come back was left out (deltas of finished replies).</summary>
    public required bool Degraded { get; init; }
}
