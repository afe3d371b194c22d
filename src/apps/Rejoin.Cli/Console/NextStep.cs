using Rejoin.Reports;
using Rejoin.Runner;
using Rejoin.Statistics;

namespace Rejoin.Cli;

/// <summary>One line after a result that is no pass: what to look at or to run next.</summary>
internal static class NextStep
{
    private const string Report = "report.html";

    /// <summary>The line; null where there is nothing to do.</summary>
    /// <param name="run">Result.</param>
    /// <param name="folder">Folder with its reports, as it is shown; null = there are none.</param>
    public static string? Of(RunDocument run, string? folder)
    {
        var report = folder is null ? null : Path.Combine(folder, Report);
        string? open = File.Exists(report) ? $"open {report}" : null;
        return run.Verdict switch
        {
            Verdict.Pass => null,
            _ when run.Interrupted => null,
            Verdict.Fail when run.Findings is [var first, ..] => Line($"rejoin explain {first.Id}", open),
            Verdict.Unknown when IsForLackOfRounds(run) =>
                $"next: run again with --rounds {RunOptions.DefaultRounds}; "
                    + $"{Quantity.Count(run.Rounds, "round")} cannot decide an objective",
            Verdict.Unknown when FirstUnknown(run) is { } check => Line($"rejoin explain {check}", open),
            _ => open is null ? null : Line(open),
        };
    }

    private static string Line(params string?[] steps) =>
        $"next: {string.Join(", or ", steps.Where(step => step is not null))}";

    /// <summary>Whether nothing but objectives is unknown, and fewer rounds than usual were run.</summary>
    private static bool IsForLackOfRounds(RunDocument run) =>
        run.Rounds < RunOptions.DefaultRounds
        && FirstUnknown(run) is null
        && run.Scenarios.All(scenario => scenario.BrokenTrials.Count == 0)
        && run.Scenarios.SelectMany(scenario => scenario.Objectives).Any(each => each.Verdict == Verdict.Unknown);

    private static string? FirstUnknown(RunDocument run) => run.Scenarios.SelectMany(scenario => scenario.Checks)
        .FirstOrDefault(check => check.Verdict == Verdict.Unknown)?.Id;
}
