using Rejoin.Protocol;

namespace Rejoin.Server.Sabotage;

/// <summary>A resume policy that is asked other questions, or whose decisions are changed.</summary>
/// <param name="inner">Policy.</param>
/// <param name="decide">Decision, given the question and what the policy decides for a state.</param>
internal sealed class AlteredPolicy(
    IResumePolicy inner,
    Func<ResumeQuestion, Func<ResumeState, ResumeDecision>, ResumeDecision> decide) : IResumePolicy
{
    public ResumeDecision Decide(ResumeState state, Position position, bool snapshots) => decide(
        new ResumeQuestion(state, position, snapshots), other => inner.Decide(other, position, snapshots));
}
