using System.Globalization;
using Rejoin.Statistics;

namespace Rejoin.Runner;

/// <summary>A judgement beside the one that was recorded, and why they may differ.</summary>
internal static class RecordedComparison
{
    private const string Absent = "absent";

    /// <summary>The comparison.</summary>
    /// <param name="recorded">Document of the run folder.</param>
    /// <param name="now">Judgement of its histories.</param>
    /// <param name="isOwnContract">Whether it was judged by the contract of the run folder.</param>
    public static RejudgedDocument Of(RunDocument recorded, RunDocument now, bool isOwnContract)
    {
        var (before, after) = (Outcomes(recorded), Outcomes(now));
        IReadOnlyList<DifferenceDocument> differences =
        [
            .. from what in before.Select(each => each.Key).Union(after.Select(each => each.Key))
               let was = before.GetValueOrDefault(what, Absent)
               let became = after.GetValueOrDefault(what, Absent)
               where was != became
               select new DifferenceDocument(what, was, became),
        ];
        return new RejudgedDocument
        {
            Tool = recorded.Tool,
            Started = recorded.Started,
            Verdict = recorded.Verdict,
            ExitCode = recorded.ExitCode,
            Differences = differences,
            Reasons = differences.Count == 0 ? [] : Reasons(recorded, now, isOwnContract),
        };
    }

    /// <summary>Every outcome of a document, in order. Exit codes follow from them, but for a run that was
    /// interrupted.</summary>
    private static OrderedDictionary<string, string> Outcomes(RunDocument run)
    {
        var outcomes = new OrderedDictionary<string, string> { ["verdict"] = Word(run.Verdict) };
        foreach (var scenario in run.Scenarios)
        {
            outcomes[scenario.Id] = Word(scenario.Verdict);
            foreach (var check in scenario.Checks)
            {
                outcomes[$"{scenario.Id}: {check.Id} {check.Name}"] = Word(check.Verdict)
                    + (check.Findings == 0 ? "" : string.Create(CultureInfo.InvariantCulture,
                        $", {check.Findings} finding{(check.Findings == 1 ? "" : "s")}"));
            }

            foreach (var objective in scenario.Objectives)
            {
                outcomes[$"{scenario.Id}: objective {objective.Id}"] = Word(objective.Verdict);
            }
        }

        return outcomes;
    }

    private static List<string> Reasons(RunDocument recorded, RunDocument now, bool isOwnContract)
    {
        var reasons = new List<string>();
        if (recorded.Tool != now.Tool)
        {
            reasons.Add($"It was judged by version {recorded.Tool}; this is {now.Tool}.");
        }

        if (!isOwnContract)
        {
            reasons.Add("It is judged by another contract than that of the run folder.");
        }

        foreach (var (before, after) in recorded.Scenarios.Select(scenario => (scenario,
            now.Scenarios.FirstOrDefault(each => each.Id == scenario.Id)?.Trials ?? 0)))
        {
            if (before.Trials != after)
            {
                reasons.Add(string.Create(CultureInfo.InvariantCulture,
                    $"Of '{before.Id}' {before.Trials} trials were judged; histories here: {after}."));
            }
        }

        if (Implied(recorded) is var implied && implied != recorded.Verdict)
        {
            reasons.Add($"run.json contradicts itself: it says {Word(recorded.Verdict)}, and its checks and objectives "
                + $"make {Word(implied)}. It was edited.");
        }

        if (reasons.Count == 0)
        {
            reasons.Add("The same version judged it by the contract of the folder: "
                + "a history, contract.yaml or run.json was "
                + "changed since.");
        }

        return reasons;
    }

    private static Verdict Implied(RunDocument run)
    {
        var verdict = run.Scenarios.SelectMany(scenario => scenario.Checks.Select(check => check.Verdict)
                .Concat(scenario.Objectives.Select(objective => objective.Verdict))
                .Append(scenario.BrokenTrials.Count > 0 || scenario.Trials == 0 ? Verdict.Unknown : null))
            .OfType<Verdict>().Worst();

        // A judgement that lacked histories says so in the scenario alone.
        verdict = run.Scenarios.Any(scenario => scenario.Verdict == Verdict.Unknown)
            ? verdict.And(Verdict.Unknown) : verdict;
        return run.Interrupted ? verdict.And(Verdict.Unknown) : verdict;
    }

    private static string Word(Verdict? verdict) => verdict switch
    {
        null => "not judged", Verdict.Pass => "pass", Verdict.Fail => "fail", _ => "unknown",
    };
}
