using Rejoin.Runner;
using Rejoin.Statistics;

namespace Rejoin.Reports;

/// <summary>The last line: the verdict in a sentence, where everything is, and the seed.</summary>
internal static class VerdictLine
{
    public static void Write(ReportWriter writer, RunDocument run, string folder)
    {
        var word = VerdictWord.Of(run.Verdict);
        var label = run.Interrupted ? $"{word.Symbol} INTERRUPTED"
            : run.ExitCode == ExitCodes.ObjectiveMissed ? $"{word.Symbol} OBJECTIVE MISSED"
            : word.Label;
        var sabotage = run.Sabotage is null ? "" : $", sabotage {run.Sabotage}";
        writer.Line(
            label + ":",
            word.Colour,
            $"{Sentence(run)} Run folder {folder}, seed {run.Seed}{sabotage}, {Quantity.Seconds(run.DurationMs)}.",
            indent: 2);
    }

    private static string Sentence(RunDocument run)
    {
        var checks = run.Findings.Select(finding => finding.Id).Distinct().Order(StringComparer.Ordinal).ToList();
        var trials = run.Scenarios.Sum(scenario => scenario.Trials);
        if (run.Interrupted)
        {
            return $"stopped after {Quantity.Count(trials, "trial")}, "
                + $"{Quantity.Count(FindingCount.Of(run), "finding")} so far.";
        }

        return run.Verdict switch
        {
            Verdict.Pass => "everything that was promised was exercised and kept.",
            Verdict.Fail => $"{Quantity.Count(FindingCount.Of(run), "finding")} of {string.Join(", ", checks)}.",
            _ when trials == 0 => "no trial was carried out.",
            _ => $"{Unknown(run)} could not be judged.",
        };
    }

    private static string Unknown(RunDocument run)
    {
        var checks = run.Scenarios.SelectMany(scenario => scenario.Checks)
            .Count(each => each.Verdict == Verdict.Unknown);
        var objectives = run.Scenarios.SelectMany(scenario => scenario.Objectives)
            .Count(each => each.Verdict == Verdict.Unknown);
        return (checks, objectives) switch
        {
            (0, 0) => "something",
            (0, _) => Quantity.Count(objectives, "objective"),
            (_, 0) => Quantity.Count(checks, "check"),
            _ => $"{Quantity.Count(checks, "check")} and {Quantity.Count(objectives, "objective")}",
        };
    }
}
