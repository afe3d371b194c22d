using System.Text;
using Rejoin.Checks;
using Rejoin.Runner;

namespace Rejoin.Reports;

/// <summary>The findings by check and scenario: the first of each in full, its evidence to be opened, and the command
/// that
/// repeats it.</summary>
internal static class MarkdownFindings
{
    private const int EvidenceLinesAtMost = 12;
    private const int EvidenceBytesAtMost = 400;
    private const int GroupsAtMost = 20;

    public static void Write(MarkdownPage page, ReportSource source)
    {
        var groups = source.Run.Findings.GroupBy(finding => (finding.Scenario, finding.Id)).ToList();
        if (groups.Count == 0)
        {
            return;
        }

        page.Line("### Findings");
        page.Line();
        var shown = groups.Take(GroupsAtMost).TakeWhile(group => page.TryAdd(Text(source, [.. group]))).Count();
        if (shown < groups.Count)
        {
            page.Line($"Findings of {Quantity.Count(groups.Count - shown, "more check")}: see `run.json`.");
            page.Line();
        }
    }

    private static string Text(ReportSource source, List<FindingDocument> findings)
    {
        var first = findings[0];
        var count = FindingCount.Of(source.Run, first.Scenario, first.Id);
        var name = NameOf(source.Run, first) is { } known ? $" {MarkdownPage.Safe(known)}" : "";
        var where = first.Trial is { } trial ? $", {(count > 1 ? "first in trial" : "trial")} {trial}" : "";
        var text = new StringBuilder();
        text.Append($"**{MarkdownPage.Safe(first.Id)}{name}** in {MarkdownPage.Safe(first.Scenario)}: "
            + $"{Quantity.Count(count, "finding")}{where}\n\n");
        text.Append($"{MarkdownPage.Safe(first.Message)}\n\n");
        text.Append(Evidence(source, first));
        if (first.Hint.Length > 0)
        {
            text.Append($"Hint: {MarkdownPage.Safe(first.Hint)}\n\n");
        }

        if (first.Replay is { } replay)
        {
            var shown = MarkdownText.Block(Shortened.Of(replay, MarkdownPage.TextCharactersAtMost));
            text.Append($"Repeat it:\n\n{shown}\n");
        }

        return text.ToString();
    }

    private static string Evidence(ReportSource source, FindingDocument finding)
    {
        if (finding.Evidence.Count == 0)
        {
            return "";
        }

        var title = Shortened.Of(EvidenceLines.Of(finding.Evidence), MarkdownPage.TextCharactersAtMost);
        var lines = RecordedLines.Read(source.Folder, finding.Evidence, EvidenceLinesAtMost, EvidenceBytesAtMost);
        if (lines.All(each => each.Text is null))
        {
            return $"Evidence: {MarkdownText.Of(title)} (not in this folder)\n\n";
        }

        var text = new StringBuilder();
        text.Append($"<details><summary>Evidence: {MarkdownText.Html(title)}</summary>\n\n<pre>\n");
        foreach (var (entry, line) in lines)
        {
            text.Append(MarkdownText.Html(line ?? $"{entry} is not in this folder")).Append('\n');
        }

        text.Append("</pre>\n");
        var more = finding.Evidence.Count - lines.Count;
        text.Append(more > 0 ? $"\nand {Quantity.Count(more, "more line")}\n" : "");
        return text.Append("\n</details>\n\n").ToString();
    }

    private static string? NameOf(RunDocument run, FindingDocument finding) => run.Scenarios
        .Where(scenario => scenario.Id == finding.Scenario)
        .SelectMany(scenario => scenario.Checks)
        .FirstOrDefault(check => check.Id == finding.Id)?.Name ?? CheckCatalogue.Find(finding.Id)?.Name;
}
