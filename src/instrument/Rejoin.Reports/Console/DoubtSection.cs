using Rejoin.Runner;
using Rejoin.Statistics;
using Spectre.Console;

namespace Rejoin.Reports;

/// <summary>What could not be judged although it was promised, and what was not promised, each with its
/// reason.</summary>
internal static class DoubtSection
{
    private const int At = 2;
    private const string NoReason = "no reason was recorded";

    public static void Write(ReportWriter writer, RunDocument run)
    {
        var several = run.Scenarios.Count > 1;
        var lines = run.Scenarios.SelectMany(scenario => Lines(scenario, several ? $" in {scenario.Id}" : "")).ToList();
        Part(writer, "Unknown", Color.Yellow, [.. lines.Where(line => line.Unknown)]);
        Part(writer, "Not judged", Color.Grey, [.. lines.Where(line => !line.Unknown)]);
        if (run.Target.Notes.Count > 0)
        {
            writer.EmptyLine();
            writer.Title("Notes", Color.Grey);
            foreach (var note in run.Target.Notes)
            {
                writer.Text(note, At);
            }
        }
    }

    private static void Part(
        ReportWriter writer, string title, Color colour, IReadOnlyList<(bool Unknown, string Name,
            string Reason)> lines)
    {
        if (lines.Count == 0)
        {
            return;
        }

        writer.EmptyLine();
        writer.Title(title, colour);
        foreach (var group in lines.GroupBy(line => line.Reason))
        {
            writer.Text($"{string.Join(", ", group.Select(line => line.Name))}: {group.Key}", At);
        }
    }

    private static IEnumerable<(bool Unknown, string Name, string Reason)> Lines(
        ScenarioDocument scenario, string where)
    {
        foreach (var check in scenario.Checks.Where(check => check.Verdict is null or Verdict.Unknown))
        {
            yield return (check.Verdict is not null, $"{check.Id} {check.Name}{where}", check.Reason ?? NoReason);
        }

        foreach (var objective in scenario.Objectives.Where(each => each.Verdict is null or Verdict.Unknown))
        {
            yield return (objective.Verdict is not null, objective.Id + where, objective.Reason ?? NoReason);
        }
    }
}
