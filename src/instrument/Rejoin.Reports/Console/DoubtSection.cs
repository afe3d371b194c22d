using Rejoin.Runner;
using Rejoin.Statistics;
using Spectre.Console;

namespace Rejoin.Reports;

/// <summary>What was not carried out to its end, what could not be judged although it was promised, and what was not
/// promised, each with its reason; equal reasons share a line.</summary>
internal static class DoubtSection
{
    private const int At = 2;
    private const string NoReason = "no reason was recorded";

    public static void Write(ReportWriter writer, RunDocument run)
    {
        var lines = run.Scenarios.SelectMany(Lines).ToList();
        var unknown = BrokenTrials.Of(run).Select(group => $"{group.Where}: {group.Reason}")
            .Concat(run.Scenarios.Where(scenario => scenario.Trials == 0)
                .Select(scenario => $"{scenario.Id}: no trial was carried out"))
            .Concat(Grouped(run, lines.Where(line => line.Unknown)));
        Part(writer, "Unknown", Color.Yellow, [.. unknown]);
        Part(writer, "Not judged", Color.Grey, [.. Grouped(run, lines.Where(line => !line.Unknown))]);
        Part(writer, "Notes", Color.Grey, run.Target.Notes);
    }

    private static void Part(ReportWriter writer, string title, Color colour, IReadOnlyList<string> lines)
    {
        if (lines.Count == 0)
        {
            return;
        }

        writer.EmptyLine();
        writer.Title(title, colour);
        foreach (var line in lines)
        {
            writer.Text(line, At);
        }
    }

    private static IEnumerable<string> Grouped(RunDocument run, IEnumerable<DoubtLine> lines) =>
        from reason in lines.GroupBy(line => line.Reason)
        let names =
            from name in reason.GroupBy(line => line.Name)
            select name.Key + In(run, [.. name.Select(line => line.Scenario)])
        select $"{string.Join(", ", names)}: {reason.Key}";

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
