using Rejoin.Runner;
using Rejoin.Statistics;

namespace Rejoin.Reports;

/// <summary>The table of scenarios: verdict, resumes, checks kept of those judged, objectives with interval and
/// limit.</summary>
internal static class MarkdownScenarios
{
    private const int ObjectivesAtMost = 6;

    public static void Write(MarkdownPage page, RunDocument run)
    {
        if (run.Scenarios.Count == 0)
        {
            return;
        }

        page.Line("| scenario | verdict | trials | resumes | checks kept | objectives |");
        page.Line("|---|---|---:|---:|---:|---|");
        var left = run.Scenarios.Count(scenario => !page.TryAdd(Row(scenario)));
        page.Line();
        if (left > 0)
        {
            page.Line($"{Quantity.Count(left, "more scenario")}: see `run.json`.");
            page.Line();
        }
    }

    private static string Row(ScenarioDocument scenario)
    {
        var judged = scenario.Checks.Count(check => check.Verdict is not null);
        var kept = scenario.Checks.Count(check => check.Verdict == Verdict.Pass);
        string[] cells =
        [
            MarkdownPage.Safe(scenario.Id),
            VerdictWord.Of(scenario.Verdict).Label,
            Quantity.Chosen(scenario.Trials),
            Quantity.Chosen(scenario.Resumes),
            $"{kept}/{judged}",
            Objectives(scenario),
        ];
        return $"| {string.Join(" | ", cells)} |\n";
    }

    private static string Objectives(ScenarioDocument scenario)
    {
        var judged = scenario.Objectives.Where(each => each.Verdict is not null).ToList();
        var lines = judged.Take(ObjectivesAtMost).Select(each =>
            $"{VerdictWord.Of(each.Verdict!.Value).Symbol} {MarkdownPage.Safe(each.Measure)} "
                + MarkdownPage.Safe(ObjectiveValue.Of(each)));
        return judged.Count == 0 ? "–"
            : string.Join("<br>", lines)
                + (judged.Count > ObjectivesAtMost ? $"<br>and {judged.Count - ObjectivesAtMost} more" : "");
    }
}
