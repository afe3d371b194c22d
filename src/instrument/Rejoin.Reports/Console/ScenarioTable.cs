using System.Globalization;
using Rejoin.Runner;
using Rejoin.Statistics;

namespace Rejoin.Reports;

/// <summary>One aligned line per scenario: verdict, resumes, checks kept of those judged, resume latency; below it the
/// objectives that need a line of their own.</summary>
/// <remarks>Fits into 80 columns. Where there are fewer, the same comes as sentences.</remarks>
internal static class ScenarioTable
{
    private const int Gap = 2;
    private const string NoValue = "–";
    private const string Latency = "resume-latency";

    public static void Write(ReportWriter writer, IReadOnlyList<ScenarioDocument> scenarios)
    {
        if (scenarios.Count == 0)
        {
            return;
        }

        var unit = LatencyUnit(scenarios);
        string[] head = ["scenario", "resumes", "checks", $"p50 {unit}", $"p95 {unit}"];
        var rows = scenarios.Select(Cells).ToList();
        var widths = Enumerable.Range(0, head.Length)
            .Select(column => Math.Max(head[column].Length, rows.Max(row => row[column].Length))).ToList();
        var indent = scenarios.Max(scenario => VerdictWord.Of(scenario.Verdict).Label.Length) + Gap;
        var fits = indent + widths.Sum() + (Gap * (widths.Count - 1)) <= writer.Width;
        if (fits)
        {
            writer.Row(new string(' ', indent) + Aligned(head, widths));
        }

        foreach (var (scenario, row) in scenarios.Zip(rows))
        {
            var word = VerdictWord.Of(scenario.Verdict);
            if (fits)
            {
                writer.Row(word.Label.PadRight(indent), word.Colour, Aligned(row, widths));
            }
            else
            {
                writer.Line(word.Label, word.Colour, Sentence(row, head), indent);
            }

            ObjectiveLines.Write(writer, scenario, indent);
            if (scenario.Sweep is { } sweep)
            {
                writer.Row(new string(' ', indent) + string.Create(
                    CultureInfo.InvariantCulture, $"{sweep.Fired} of {sweep.Points} points fired"));
            }
        }
    }

    /// <summary>Names to the left, numbers to the right, and whatever follows a number behind it.</summary>
    private static string Aligned(string[] cells, List<int> widths)
    {
        var aligned = cells.Select((cell, column) => column is 0 or 4
            ? cell.PadRight(widths[column])
            : cell.PadLeft(widths[column]));
        return string.Join(new string(' ', Gap), aligned).TrimEnd();
    }

    private static string Sentence(string[] row, string[] head) =>
        $"{row[0]}: {row[1]} {head[1]}, {head[2]} {row[2]}, {head[3]} {row[3]}, {head[4]} {row[4]}";

    private static string[] Cells(ScenarioDocument scenario) =>
    [
        scenario.Id,
        Quantity.Chosen(scenario.Resumes),
        $"{scenario.Checks.Count(check => check.Verdict == Verdict.Pass)}/"
            + $"{scenario.Checks.Count(check => check.Verdict is not null)}",
        Estimate(scenario, "p50") is { } half ? Quantity.Of(half.Estimate) : NoValue,
        ObjectiveLines.InRow(scenario) is { Estimate: { } value } objective
            ? $"{Quantity.Of(value, objective.Low, objective.High)}, limit {Quantity.Chosen(objective.Limit)}"
            : Estimate(scenario, "p95") is { } most ? Quantity.Of(most.Estimate) : NoValue,
    ];

    private static EstimateDocument? Estimate(ScenarioDocument scenario, string percentile) =>
        scenario.Estimates.FirstOrDefault(each => each.Id == $"{Latency} {percentile}");

    private static string LatencyUnit(IReadOnlyList<ScenarioDocument> scenarios) =>
        scenarios.Select(scenario => Estimate(scenario, "p50")?.Unit).FirstOrDefault(unit => unit is not null) ?? "ms";
}
