using Rejoin.Protocol;

namespace Rejoin.Server;

/// <summary>What a resume policy decided.</summary>
public sealed record ResumeDecision
{
    /// <summary>Reason for which continuity is lost; null = the session is resumed. <c>Expired</c>, <c>Unknown</c>
    /// and <c>Corrupt</c> end the session and open a new one; the others keep it.</summary>
    public ResetReason? Reset { get; init; }

    /// <summary>How a resumed client is brought up to date; no meaning with <see cref="Reset"/>.</summary>
    public ResumeMode Mode { get; init; } = ResumeMode.Replay;

    /// <summary>Whether something that need not come back is left out; no meaning with <see cref="Reset"/>.</summary>
    public bool Degraded { get; init; }
}
