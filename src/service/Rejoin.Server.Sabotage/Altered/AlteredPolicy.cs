using Rejoin.Protocol;

namespace Rejoin.Server.Sabotage;

/// <summary>A resume policy whose decisions are changed.</summary>
internal sealed class AlteredPolicy(
    IResumePolicy inner, Func<ResumeState, ResumeDecision, ResumeDecision> change) : IResumePolicy
{
    public ResumeDecision Decide(ResumeState state, Position position, bool snapshots) =>
        change(state, inner.Decide(state, position, snapshots));
}
