using System.Text.RegularExpressions;

namespace Rejoin.House.Tests;

/// <summary>The prose of a page: what is left without fenced code and code spans.</summary>
internal static partial class MarkdownText
{
    /// <summary>Lines outside of code fences.</summary>
    public static IEnumerable<MarkdownLine> Of(SourceFile file) =>
        Outside(file).Select(line => line with { Text = CodeSpan().Replace(line.Text, "") });

    /// <summary>Anchors of the headings, as GitHub makes them.</summary>
    public static IReadOnlySet<string> Anchors(SourceFile file)
    {
        var anchors = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in Outside(file).Where(line => Heading().IsMatch(line.Text)))
        {
            var words = Heading().Replace(line.Text, "").Trim().ToLowerInvariant();
            var anchor = NotInAnchor().Replace(words, "").Replace(' ', '-');
            for (var n = 1; !anchors.Add(n == 1 ? anchor : $"{anchor}-{n - 1}"); n++)
            {
            }
        }

        return anchors;
    }

    private static IEnumerable<MarkdownLine> Outside(SourceFile file)
    {
        var fence = "";
        for (var i = 0; i < file.Lines.Count; i++)
        {
            var mark = Fence().Match(file.Lines[i]).Value.Trim();
            if (mark.Length > 0 && fence.Length == 0)
            {
                fence = mark;
            }
            else if (mark.Length > 0 && mark.StartsWith(fence, StringComparison.Ordinal))
            {
                fence = "";
            }
            else if (fence.Length == 0)
            {
                yield return new(i + 1, file.Lines[i]);
            }
        }
    }

    [GeneratedRegex("`+[^`]*`+")]
    private static partial Regex CodeSpan();

    [GeneratedRegex(@"^\s*(```+|~~~+)")]
    private static partial Regex Fence();

    [GeneratedRegex(@"^#{1,6}\s+")]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\p{L}\p{N} _-]")]
    private static partial Regex NotInAnchor();
}
