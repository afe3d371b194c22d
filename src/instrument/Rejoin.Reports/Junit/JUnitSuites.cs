using Rejoin.Runner;
using Rejoin.Statistics;

namespace Rejoin.Reports;

/// <summary>The suites of a run: one per scenario, and one that is red if the run as a whole is worth
/// nothing.</summary>
internal static class JUnitSuites
{
    /// <summary>Name of the suite about the run as a whole.</summary>
    public const string RunName = "run";

    private const string NoReason = "no reason was recorded";

    public static IReadOnlyList<JUnitSuite> Of(RunDocument run)
    {
        var scenarios = run.Scenarios.Select(scenario => Scenario(run, scenario)).ToList();
        return [Whole(run, scenarios.Any(suite => suite.IsRed)), .. scenarios];
    }

    /// <summary>An interrupted run, one without scenarios, and one whose verdict nothing else explains are red
    /// here: results are green only if the verdict is a pass.</summary>
    private static JUnitSuite Whole(RunDocument run, bool isRed)
    {
        var isGreen = run is { Verdict: Verdict.Pass, Interrupted: false, ExitCode: ExitCodes.Pass, Scenarios: not [] };
        var isExplained = isGreen || (isRed && !run.Interrupted);
        var sentence = VerdictSentence.Of(run);
        var whole = new JUnitCase
        {
            Name = "completed",
            Outcome = isExplained ? JUnitOutcome.Pass : JUnitOutcome.Error,
            Type = run.Interrupted ? "interrupted" : "unknown",
            Message = $"{VerdictSentence.Word(run)}: {sentence}",
            Text = "Nothing else in these results may be red, and still this run is no pass: see run.json.",
        };
        return new JUnitSuite(
            RunName, 0, [whole],
            [$"{VerdictSentence.Word(run)}: {sentence}", .. run.Target.Notes.Select(note => $"note: {note}")]);
    }

    private static JUnitSuite Scenario(RunDocument run, ScenarioDocument scenario)
    {
        List<JUnitCase> cases =
        [
            .. scenario.Checks.Select(check => Check(run, scenario, check)),
            .. scenario.Objectives.Select(objective => Objective(run, scenario, objective)),
        ];
        var judged = new JUnitSuite(scenario.Id, scenario.DurationMs ?? 0, cases, Numbers(scenario));
        return judged with { Cases = [Trials(scenario, judged.IsRed), .. cases] };
    }

    private static JUnitCase Check(RunDocument run, ScenarioDocument scenario, CheckDocument check)
    {
        var made = Case($"{check.Id} {check.Name}", check.Verdict, check.Reason);
        if (made.Outcome != JUnitOutcome.Failure)
        {
            return made;
        }

        var findings = run.Findings.Where(each => each.Scenario == scenario.Id && each.Id == check.Id).ToList();
        var count = Math.Max(check.Findings, findings.Count);
        var first = findings is [var only, ..] ? only.Message : NoReason;
        return made with
        {
            Type = "finding",
            Message = count > 1 ? $"{Quantity.Count(count, "finding")}, the first: {first}" : first,
            Text = JUnitFindingText.Of(findings, count),
        };
    }

    private static JUnitCase Objective(RunDocument run, ScenarioDocument scenario, ObjectiveDocument objective)
    {
        var made = Case($"objective {objective.Id}", objective.Verdict, objective.Reason);
        var value = $"{objective.Measure}: {ObjectiveValue.Of(objective)}";
        if (made.Outcome != JUnitOutcome.Failure)
        {
            return made.Outcome == JUnitOutcome.Error ? made with { Text = value } : made;
        }

        var findings = run.Findings.Where(each => each.Scenario == scenario.Id && each.Severity == "objective"
            && each.Message.Contains(objective.Measure, StringComparison.Ordinal)).Take(1).ToList();
        return made with
        {
            Type = "objective",
            Message = value,
            Text = findings.Count > 0 ? JUnitFindingText.Of(findings, 1) : objective.Reason ?? NoReason,
        };
    }

    private static JUnitCase Trials(ScenarioDocument scenario, bool isExplained)
    {
        var why = scenario.BrokenTrials is [var first, ..]
            ? $"{Quantity.Count(scenario.BrokenTrials.Count, "trial")} not carried out to the end, the first: trial "
                + $"{first.Trial}: {first.Reason}"
            : scenario.Trials == 0 ? "no trial was carried out"
            : scenario.Verdict != Verdict.Pass && !isExplained ? scenario.Reason ?? NoReason
            : null;
        return new JUnitCase
        {
            Name = "trials carried out",
            Outcome = why is null ? JUnitOutcome.Pass : JUnitOutcome.Error,
            Type = "unknown",
            Message = why ?? "",
            Text = scenario.BrokenTrials.Count == 0 ? "What was not carried out could not be judged: that is no pass."
                : string.Join('\n', scenario.BrokenTrials.Select(trial => $"trial {trial.Trial}: {trial.Reason}")),
            DurationMs = scenario.DurationMs ?? 0,
        };
    }

    private static JUnitCase Case(string name, Verdict? verdict, string? reason) => new()
    {
        Name = name,
        Outcome = verdict switch
        {
            null => JUnitOutcome.Skipped,
            Verdict.Pass => JUnitOutcome.Pass,
            Verdict.Fail => JUnitOutcome.Failure,
            _ => JUnitOutcome.Error,
        },
        Type = "unknown",
        Message = verdict == Verdict.Pass
            ? ""
            : $"{(verdict is null ? "not judged: " : "unknown: ")}{reason ?? NoReason}",
        Text = "Promised, and could not be judged: that is no pass.",
    };

    private static List<string> Numbers(ScenarioDocument scenario) =>
    [
        $"{Quantity.Count(scenario.Trials, "trial")}, {Quantity.Count(scenario.Resumes, "resume")}, "
            + Quantity.Count(scenario.Operations, "operation"),
        $"cuts: {string.Join(", ", scenario.Cuts.Select(cut => $"{cut.Key} {cut.Value}"))}",
        .. scenario.Objectives.Select(each => $"objective {each.Id}: {each.Measure}: {ObjectiveValue.Of(each)}"),
        .. scenario.Estimates.Select(each =>
            $"{each.Id}: {Quantity.Of(each.Estimate, each.Low, each.High)} {each.Unit}"),
    ];
}
