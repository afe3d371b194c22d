namespace Rejoin.Reports;

/// <summary>What is unknown, what was not judged, and what the folder lacks, each with its reason.</summary>
internal static class MarkdownDoubts
{
    private const int LinesAtMost = 20;

    public static void Write(MarkdownPage page, ReportSource source)
    {
        var run = source.Run;
        Part(page, "Unknown", [.. Doubts.Unknown(run).Select(Sentence)], isOpen: true);
        Part(page, "Not judged", [.. Doubts.NotJudged(run).Select(Sentence)], isOpen: false);
        Part(page, "Notes", [.. run.Target.Notes, .. source.Missing], isOpen: true);
    }

    private static string Sentence(Doubt doubt) => $"{doubt.What}: {doubt.Reason}";

    private static void Part(MarkdownPage page, string title, IReadOnlyList<string> lines, bool isOpen)
    {
        if (lines.Count == 0)
        {
            return;
        }

        page.Line(isOpen ? $"### {title}" : $"<details><summary>{title}: {lines.Count}</summary>");
        page.Line();
        var shown = lines.Take(LinesAtMost).TakeWhile(line => page.TryAdd($"- {MarkdownPage.Safe(line)}\n")).Count();
        if (shown < lines.Count)
        {
            page.Line($"- and {lines.Count - shown} more: see `run.json`");
        }

        page.Line();
        if (!isOpen)
        {
            page.Line("</details>");
            page.Line();
        }
    }
}
