using System.Globalization;
using Rejoin.Checks;
using Rejoin.Statistics;

namespace Rejoin.Runner;

/// <summary>The verdict over all trials of a scenario.</summary>
internal static class ScenarioJudge
{
    private const int FindingsPerCheckAtMost = 20;

    public static ScenarioOutcome Judge(JudgingContext context, string scenario, IReadOnlyList<TrialResult> trials)
    {
        var results = Checks.Judge.Merge(
            context.Contract, ChecksOf(scenario, trials), trials.Select(trial => trial.Judgement));
        var checks = results.Select(result => CheckOutcome.Of(result, context)).ToList();
        var objectives = ObjectiveOutcome.Of(context, scenario, trials);
        var reasons = Reasons(scenario, checks, objectives, trials);
        var verdict = checks.Select(check => check.Verdict)
            .Concat(objectives.Documents.Select(objective => objective.Verdict))
            .OfType<Verdict>()
            .Worst();
        verdict = trials.Any(trial => trial.Broken is not null) ? verdict.And(Verdict.Unknown) : verdict;
        var document = new ScenarioDocument
        {
            Id = scenario,
            Verdict = verdict,
            Reason = verdict == Verdict.Pass ? null : reasons.FirstOrDefault() ?? "nothing was judged",
            Trials = trials.Count,
            Resumes = trials.Sum(trial => trial.Numbers.Resumes),
            Operations = trials.Sum(trial => trial.Numbers.Operations),
            Cuts = Cuts(trials),
            Checks = checks,
            Objectives = objectives.Documents,
            BrokenTrials =
            [
                .. trials.Where(trial => trial.Broken is not null)
                    .Select(trial => new BrokenTrialDocument(trial.Header.Trial, trial.Broken!)),
            ],
            Estimates = ScenarioEstimates.Of(trials),
            Distributions = ScenarioDistributions.Of(trials),
        };
        return new ScenarioOutcome(document, [.. Findings(context, scenario, results), .. objectives.Findings]);
    }

    private static IReadOnlyList<string> ChecksOf(string scenario, IReadOnlyList<TrialResult> trials)
    {
        var own = trials.SelectMany(trial => trial.Header.Checks ?? []).Distinct()
            .Order(StringComparer.Ordinal).ToList();
        return own.Count > 0 ? own : CheckCatalogue.UsedBy(scenario);
    }

    private static IEnumerable<FindingDocument> Findings(
        JudgingContext context, string scenario, IReadOnlyList<CheckResult> results) =>
        from result in results
        from found in result.Findings.Take(FindingsPerCheckAtMost)
        let history = context.NameOf(found.Trial)
        select new FindingDocument
        {
            Id = found.Finding.Id,
            Severity = "fail",
            Scenario = scenario,
            Trial = found.Trial.Trial,
            Message = found.Finding.Message,
            Hint = found.Finding.Hint,
            Evidence = [.. found.Finding.Evidence.Select(line => string.Create(
                CultureInfo.InvariantCulture, $"{history}:{line}"))],
            Replay = context.Replay(scenario, found.Trial.Trial),
        };

    private static List<string> Reasons(
        string scenario, IReadOnlyList<CheckDocument> checks, ObjectiveOutcome objectives,
        IReadOnlyList<TrialResult> trials)
    {
        var reasons = new List<string>();
        reasons.AddRange(trials.Where(trial => trial.Broken is not null).Select(trial => string.Create(
            CultureInfo.InvariantCulture,
            $"trial {trial.Header.Trial} of '{scenario}' was not carried out to its end: {trial.Broken}")));
        reasons.AddRange(checks.Where(check => check.Verdict == Verdict.Fail).Select(check => string.Create(
            CultureInfo.InvariantCulture,
            $"{check.Id} {check.Name}: {check.Findings} finding{(check.Findings == 1 ? "" : "s")}")));
        reasons.AddRange(objectives.Documents.Where(each => each.Verdict == Verdict.Fail)
            .Select(each => $"objective '{each.Id}' missed: {each.Reason}"));
        reasons.AddRange(checks.Where(check => check.Verdict == Verdict.Unknown)
            .Select(check => $"{check.Id} {check.Name}: {check.Reason}"));
        reasons.AddRange(objectives.Documents.Where(each => each.Verdict == Verdict.Unknown)
            .Select(each => $"objective '{each.Id}': {each.Reason}"));
        if (trials.Count == 0)
        {
            reasons.Insert(0, "no trial was carried out");
        }

        return reasons;
    }

    private static SortedDictionary<string, int> Cuts(IReadOnlyList<TrialResult> trials)
    {
        var cuts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var (kind, count) in trials.SelectMany(trial => trial.Numbers.Cuts))
        {
            cuts[kind] = cuts.GetValueOrDefault(kind) + count;
        }

        return cuts;
    }
}
