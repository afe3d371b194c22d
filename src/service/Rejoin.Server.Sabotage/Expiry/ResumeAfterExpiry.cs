using Rejoin.Protocol;

namespace Rejoin.Server.Sabotage;

/// <summary>A session never expires: after any absence it is resumed with all that it had.</summary>
internal static class ResumeAfterExpiry
{
    public static PlantedBug Bug { get; } = new(static () => new ServerSeams
    {
        Store = static store => new AlteredStore(store) { DetachedBefore = static _ => DateTimeOffset.MinValue },
        ResumePolicy = static policy => new AlteredPolicy(policy, Decide),
    })
    {
        Id = "resume-after-expiry",
        Check = "RJ501",
        Scenario = "absence",
        Wrong = "resumes a session after an absence beyond the resumable window",
        Defence = "the expiry of sessions that nobody came back to",
    };

    private static ResumeDecision Decide(ResumeQuestion question, Func<ResumeState, ResumeDecision> decide) =>
        decide(question.State) is { Reset: not ResetReason.Expired } right
            ? right
            : decide(question.State with { Absence = TimeSpan.Zero });
}
