using Rejoin.Faults.Links;

namespace Rejoin.Runner;

/// <summary>When a point is tried again: its fault did not come up, and the trial shows nothing else. So a second try
/// never takes a failure back.</summary>
internal static class SweepTries
{
    private const string FaultNotFired = "RJ902";

    /// <summary>The point for its next try; null if the trial was the last one.</summary>
    public static SweepPoint? After(SweepPoint point, TrialResult trial, IReadOnlyList<Injection> injections) =>
        point.IsProbe || point.Misses + 1 >= SweepPoint.TriesAtMost || HasComeUp(injections) || ShowsMore(trial)
            ? null
            : point with
            {
                Misses = point.Misses + 1,
                FirstMiss = point.FirstMiss ?? ReasonOf(trial, injections),
            };

    /// <summary>Whether a planned fault happened as labelled.</summary>
    public static bool HasComeUp(IReadOnlyList<Injection> injections) =>
        injections.Any(each => each.Outcome == InjectionOutcome.Fired);

    /// <summary>Why no planned fault happened as labelled.</summary>
    public static string ReasonOf(TrialResult trial, IReadOnlyList<Injection> injections) =>
        injections.Select(each => each.Reason).FirstOrDefault() ?? trial.Broken ?? "the link was never used";

    private static bool ShowsMore(TrialResult trial) => trial.Broken is not null || trial.Judgement.HasFindings
        || trial.Judgement.Judgements.Any(each => each.Check != FaultNotFired && each.Unknowns.Count > 0);
}
