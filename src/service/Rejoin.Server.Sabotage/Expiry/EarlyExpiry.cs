using Rejoin.Protocol;

namespace Rejoin.Server.Sabotage;

/// <summary>A session expires after a third of the resumable window.</summary>
internal static class EarlyExpiry
{
    private const int Haste = 3;

    public static PlantedBug Bug { get; } = new(static () => new ServerSeams
    {
        ResumePolicy = static policy => new AlteredPolicy(policy, Decide),
    })
    {
        Id = "early-expiry",
        Check = "RJ502",
        Scenario = "absence",
        Wrong = "expires a session after a third of the resumable window",
        Defence = "the whole window in which a client may come back",
    };

    // The window itself is not known here: what expires after the third of it does so at three times the absence.
    private static ResumeDecision Decide(ResumeQuestion question, Func<ResumeState, ResumeDecision> decide) =>
        decide(question.State with { Absence = question.State.Absence * Haste }) is { Reset: ResetReason.Expired } early
            ? early
            : decide(question.State);
}
