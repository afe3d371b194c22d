using System.Globalization;
using Rejoin.Statistics;

namespace Rejoin.Runner;

/// <summary>Trials that were recorded and whose histories are gone: what they showed is not known any more.</summary>
internal static class MissingTrials
{
    /// <summary>The scenarios of a judgement with those of the recorded run that it lacks; one with fewer histories
    /// than
    /// trials is unknown at best.</summary>
    public static IReadOnlyList<ScenarioDocument> Told(
        IReadOnlyList<ScenarioDocument> judged, IReadOnlyList<ScenarioDocument> recorded) =>
    [
        .. recorded.Select(before => judged.FirstOrDefault(each => each.Id == before.Id) is { } now
            ? Told(before, now) : Without(before)),
        .. judged.Where(each => recorded.All(before => before.Id != each.Id)),
    ];

    private static ScenarioDocument Told(ScenarioDocument before, ScenarioDocument now)
    {
        now = now with { DurationMs = before.DurationMs };
        if (now.Trials >= before.Trials)
        {
            return WasIncomplete(before)
                ? now with { Verdict = now.Verdict.And(Verdict.Unknown), Reason = now.Reason ?? before.Reason }
                : now;
        }

        var reason = string.Create(CultureInfo.InvariantCulture,
            $"{before.Trials - now.Trials} of {before.Trials} recorded trials have no history here")
            + (before.Sweep is not null ? ": a sweep keeps those that show something, and all with --keep" : "");
        return now with
        {
            Verdict = now.Verdict.And(Verdict.Unknown), Reason = now.Verdict == Verdict.Fail ? now.Reason : reason,
        };
    }

    /// <summary>Whether the recorded judgement lacked histories itself: nothing that it judged explains its
    /// verdict.</summary>
    private static bool WasIncomplete(ScenarioDocument before) => before.Verdict == Verdict.Unknown
        && before.BrokenTrials.Count == 0
        && before.Checks.All(check => check.Verdict is null or Verdict.Pass)
        && before.Objectives.All(objective => objective.Verdict is null or Verdict.Pass);

    /// <summary>A scenario without a trial stays as it was recorded; one whose histories are all gone says nothing but
    /// that.</summary>
    private static ScenarioDocument Without(ScenarioDocument before) => before.Trials == 0 ? before : before with
    {
        Verdict = Verdict.Unknown,
        Reason = string.Create(CultureInfo.InvariantCulture,
            $"none of the {before.Trials} recorded trials has a history here"),
        Trials = 0,
        Resumes = 0,
        Operations = 0,
        Cuts = new Dictionary<string, int>(),
        Checks = [],
        Objectives = [],
        BrokenTrials = [],
        Estimates = [],
        Distributions = [],
    };
}
