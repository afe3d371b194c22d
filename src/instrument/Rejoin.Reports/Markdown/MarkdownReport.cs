using Rejoin.Runner;

namespace Rejoin.Reports;

/// <summary>A short summary of a run for a pull request: verdict, scenarios, findings with evidence to be opened, the
/// commands that repeat them, and what was not judged.</summary>
/// <remarks>GitHub Flavored Markdown with <c>details</c> and <c>pre</c> only; at most
/// <see cref="CharactersAtMost"/> characters, so that it fits into a comment.</remarks>
public static class MarkdownReport
{
    /// <summary>Longest summary, in characters. A comment on GitHub has at most 65 536.</summary>
    public const int CharactersAtMost = 60_000;

    private const int WordCharactersAtMost = 200;

    /// <summary>Writes the summary.</summary>
    /// <param name="source">Run.</param>
    /// <param name="output">Where to.</param>
    public static void Write(ReportSource source, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(source);
        var page = new MarkdownPage();
        var run = source.Run;
        page.Line($"## {VerdictSentence.Label(run)}: {MarkdownText.Of(VerdictSentence.Of(run))}");
        page.Line();
        page.Line(Origin(run));
        page.Line();
        MarkdownScenarios.Write(page, run);
        MarkdownFindings.Write(page, source);
        MarkdownDoubts.Write(page, source);
        output.Write(page.Text);
    }

    private static string Origin(RunDocument run)
    {
        var parts = new List<string>
        {
            $"Rejoin {MarkdownText.Of(Short(run.Tool))}",
            $"target {MarkdownText.Of(Short(run.Target.Description))} ({MarkdownText.Of(Short(run.Target.Service))})",
            $"seed {MarkdownText.Code(Short(run.Seed))}",
        };
        parts.AddRange(run.Trial is { } trial ? [$"trial {trial} only"] : []);
        parts.AddRange(run.Sabotage is { } bug ? [$"planted bug {MarkdownText.Code(Short(bug))}"] : []);
        parts.Add(Quantity.Seconds(run.DurationMs));
        return string.Join(" · ", parts);
    }

    private static string Short(string text) => Shortened.Of(text, WordCharactersAtMost);
}
