using Rejoin.Runner;
using Rejoin.Statistics;

namespace Rejoin.Reports;

/// <summary>The verdict of a run in a word and in one sentence.</summary>
internal static class VerdictSentence
{
    /// <summary><c>✓ PASS</c>, <c>✗ FAIL</c>, <c>✗ OBJECTIVE MISSED</c>, <c>? UNKNOWN</c>,
    /// <c>? INTERRUPTED</c>.</summary>
    public static string Label(RunDocument run) => $"{VerdictWord.Of(run.Verdict).Symbol} {Word(run)}";

    /// <summary>The same without its symbol.</summary>
    public static string Word(RunDocument run) => run.Interrupted ? "INTERRUPTED"
        : run.ExitCode == ExitCodes.ObjectiveMissed ? "OBJECTIVE MISSED"
        : VerdictWord.Of(run.Verdict).Word;

    /// <summary>What came out, in a sentence that starts with a small letter.</summary>
    public static string Of(RunDocument run)
    {
        var trials = run.Scenarios.Sum(scenario => scenario.Trials);
        if (run.Interrupted)
        {
            return $"stopped after {Quantity.Count(trials, "trial")}, "
                + $"{Quantity.Count(FindingCount.Of(run), "finding")} so far.";
        }

        return run.Verdict switch
        {
            Verdict.Pass when run.Trial is { } trial => $"trial {trial} was repeated, and nothing is accused.",
            Verdict.Pass when ScenarioCatalogue.List.All(known => run.Scenarios.Any(each => each.Id == known.Id)) =>
                "everything that was promised was exercised and kept.",

            // A part of the scenarios exercises a part of what is promised.
            Verdict.Pass => $"every promise that {Names(run)} exercises was kept.",
            Verdict.Fail => Accused(run),
            _ when trials == 0 => "no trial was carried out.",
            _ => Unknown(run),
        };
    }

    private static string Names(RunDocument run) => string.Join(" or ", run.Scenarios.Select(scenario => scenario.Id));

    /// <summary><c>3 findings of RJ101, RJ201; 1 objective missed (RJ801).</c></summary>
    private static string Accused(RunDocument run)
    {
        var parts = new List<string>();
        var (findings, missed) = (Of(run, "fail"), Of(run, "objective"));
        if (findings.Count > 0)
        {
            parts.Add($"{Quantity.Count(FindingCount.Of(run) - missed.Count, "finding")} of {Ids(findings)}");
        }

        if (missed.Count > 0)
        {
            parts.Add($"{Quantity.Count(missed.Count, "objective")} missed ({Ids(missed)})");
        }

        return parts.Count == 0 ? "something was otherwise than promised." : $"{string.Join("; ", parts)}.";
    }

    private static List<FindingDocument> Of(RunDocument run, string severity) =>
        [.. run.Findings.Where(finding => finding.Severity == severity)];

    private static string Ids(IEnumerable<FindingDocument> findings) =>
        string.Join(", ", findings.Select(finding => finding.Id).Distinct().Order(StringComparer.Ordinal));

    private static string Unknown(RunDocument run)
    {
        // One reason that ended trials is the cause of whatever else could not be judged.
        if (BrokenTrials.Of(run) is [var first, ..] broken)
        {
            var reasons = broken.Select(group => group.Reason).Distinct().Count();
            return $"{Quantity.Count(broken.Sum(group => group.Count), "trial")} not carried out to the end: "
                + $"{first.Reason}{(reasons > 1 ? ", and other reasons" : "")}.";
        }

        var checks = run.Scenarios.SelectMany(scenario => scenario.Checks)
            .Count(each => each.Verdict == Verdict.Unknown);
        var objectives = run.Scenarios.SelectMany(scenario => scenario.Objectives)
            .Count(each => each.Verdict == Verdict.Unknown);
        var what = (checks, objectives) switch
        {
            (0, 0) => "something",
            (0, _) => Quantity.Count(objectives, "objective"),
            (_, 0) => Quantity.Count(checks, "check"),
            _ => $"{Quantity.Count(checks, "check")} and {Quantity.Count(objectives, "objective")}",
        };
        return $"{what} could not be judged.";
    }
}
