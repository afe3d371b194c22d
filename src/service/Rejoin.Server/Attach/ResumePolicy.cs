using Rejoin.Protocol;

namespace Rejoin.Server;

/// <summary>Replay after a brief absence, snapshot after a medium one, reset beyond.</summary>
internal sealed class ResumePolicy(WindowOptions windows) : IResumePolicy
{
    public ResumeDecision Decide(ResumeState state, Position position, bool snapshots)
    {
        if (state.Absence.TotalMilliseconds > windows.ResumableMs)
        {
            return new ResumeDecision { Reset = ResetReason.Expired };
        }

        if (position.Epoch != state.Epoch || position.Offset > state.Head)
        {
            return new ResumeDecision { Reset = ResetReason.EpochChanged };
        }

        var isTrimmed = position.Offset < state.Trimmed;
        if (isTrimmed && !snapshots)
        {
            return new ResumeDecision { Reset = ResetReason.Trimmed };
        }

        return snapshots && (isTrimmed || state.Absence.TotalMilliseconds > windows.BriefMs)
            ? new ResumeDecision { Mode = ResumeMode.Snapshot, Degraded = position.Offset < state.Head }
            : new ResumeDecision();
    }
}
