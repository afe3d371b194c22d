using Rejoin.Runner;
using Rejoin.Statistics;

namespace Rejoin.Reports;

/// <summary>The objectives of a scenario: the value with its interval against the limit.</summary>
internal static class ObjectiveLines
{
    private const string InTable = "resume-latency p95";

    /// <summary>The one objective that the scenario's own line has room for: its only one, on the percentile that
    /// stands there anyway, and kept. Null = each has a line below.</summary>
    public static ObjectiveDocument? InRow(ScenarioDocument scenario) =>
        scenario.Objectives is [{ Verdict: Verdict.Pass, Measure: InTable } only] ? only : null;

    /// <summary>One line for each objective that was judged and does not stand in the scenario's line.</summary>
    public static void Write(ReportWriter writer, ScenarioDocument scenario, int indent)
    {
        var shown = scenario.Objectives.Where(each => each.Verdict is not null).ToList();
        if (shown.Count == 0 || InRow(scenario) is not null)
        {
            return;
        }

        var width = shown.Max(each => each.Measure.Length);
        var fits = shown.All(each => indent + 2 + width + 2 + ObjectiveValue.Of(each).Length <= writer.Width);
        foreach (var objective in shown)
        {
            var word = VerdictWord.Of(objective.Verdict!.Value);
            var start = new string(' ', indent) + word.Symbol;
            if (fits)
            {
                writer.Row(start, word.Colour, $" {objective.Measure.PadRight(width)}  {ObjectiveValue.Of(objective)}");
            }
            else
            {
                writer.Line(start, word.Colour, $"{objective.Measure}: {ObjectiveValue.Of(objective)}", indent + 2);
            }
        }
    }
}
