using Rejoin.Runner;
using Rejoin.Statistics;

namespace Rejoin.Reports;

/// <summary>What was not carried out to its end, what could not be judged although it was promised, and what was not
/// promised, each with its reason; equal reasons share an entry.</summary>
internal static class Doubts
{
    private const string NoReason = "no reason was recorded";

    /// <summary>What was promised and could not be judged.</summary>
    public static IReadOnlyList<Doubt> Unknown(RunDocument run) =>
    [
        .. BrokenTrials.Of(run).Select(group => new Doubt(group.Where, group.Reason)),
        .. run.Scenarios.Where(scenario => scenario.Trials == 0)
            .Select(scenario => new Doubt(scenario.Id, "no trial was carried out")),
        .. run.Scenarios.Where(scenario => scenario.Trials > 0 && IsUnexplained(scenario))
            .Select(scenario => new Doubt(scenario.Id, scenario.Reason ?? NoReason)),
        .. Grouped(run, isUnknown: true),
    ];

    /// <summary>What was not promised, and so has no effect on the verdict.</summary>
    public static IReadOnlyList<Doubt> NotJudged(RunDocument run) => [.. Grouped(run, isUnknown: false)];

    /// <summary>Whether nothing that was judged says why a scenario is unknown: trials are missing.</summary>
    private static bool IsUnexplained(ScenarioDocument scenario) => scenario.Verdict == Verdict.Unknown
        && scenario.BrokenTrials.Count == 0
        && scenario.Checks.All(check => check.Verdict != Verdict.Unknown)
        && scenario.Objectives.All(objective => objective.Verdict != Verdict.Unknown);

    private static IEnumerable<Doubt> Grouped(RunDocument run, bool isUnknown) =>
        from reason in run.Scenarios.SelectMany(Lines).Where(line => line.Unknown == isUnknown)
            .GroupBy(line => line.Reason)
        let names =
            from name in reason.GroupBy(line => line.Name)
            select name.Key + In(run, [.. name.Select(line => line.Scenario)])
        select new Doubt(string.Join(", ", names), reason.Key);

    /// <summary>The scenarios that something holds for, unless it is every one of several or the only one.</summary>
    private static string In(RunDocument run, IReadOnlyList<string> scenarios) =>
        scenarios.Count == run.Scenarios.Count ? "" : $" ({string.Join(", ", scenarios)})";

    private static IEnumerable<DoubtLine> Lines(ScenarioDocument scenario)
    {
        // Without a trial nothing was judged, and one line says so.
        foreach (var check in scenario.Checks.Where(check => check.Verdict is null
            || (check.Verdict == Verdict.Unknown && scenario.Trials > 0)))
        {
            yield return new DoubtLine(
                check.Verdict is not null, $"{check.Id} {check.Name}", scenario.Id, check.Reason ?? NoReason);
        }

        foreach (var objective in scenario.Objectives.Where(each => each.Verdict is null
            || (each.Verdict == Verdict.Unknown && scenario.Trials > 0)))
        {
            yield return new DoubtLine(
                objective.Verdict is not null, objective.Id, scenario.Id, objective.Reason ?? NoReason);
        }
    }

    /// <summary>A check or an objective without a verdict of pass or fail.</summary>
    private sealed record DoubtLine(bool Unknown, string Name, string Scenario, string Reason);
}
