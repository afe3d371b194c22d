using System.Text.RegularExpressions;

namespace Rejoin.Cli;

/// <summary>The blocks of a page: the few forms of Markdown that the pages use.</summary>
internal static partial class MarkdownBlocks
{
    private const int IndentOfCode = 4;

    /// <summary>Every block but the title and comments.</summary>
    public static IEnumerable<MarkdownBlock> Of(string markdown)
    {
        var lines = markdown.Split('\n');
        var isTight = false;
        for (var at = 0; at < lines.Length;)
        {
            var line = lines[at];
            if (line.Trim().Length == 0 || IsSilent(line))
            {
                isTight &= line.Trim().Length > 0;
                at++;
                continue;
            }

            var indent = line.Length - line.TrimStart().Length;
            if (line.TrimStart().StartsWith("```", StringComparison.Ordinal))
            {
                var code = lines.Skip(at + 1).TakeWhile(
                    next => !next.TrimStart().StartsWith("```", StringComparison.Ordinal)).ToList();
                at += code.Count + 2;
                yield return new(MarkdownKind.Code, string.Join('\n', code.Select(each => Without(each, indent))),
                    indent, "", isTight);
            }
            else if (indent >= IndentOfCode)
            {
                var code = lines.Skip(at).TakeWhile(next => next.StartsWith("    ", StringComparison.Ordinal)).ToList();
                at += code.Count;
                yield return new(MarkdownKind.Code, string.Join('\n', code.Select(
                    each => Without(each, IndentOfCode))), 0, "", isTight);
            }
            else if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                at++;
                yield return new(MarkdownKind.Heading, line[3..], 0, "", false);
            }
            else
            {
                var mark = Item().Match(line.TrimStart()).Value;
                var text = lines.Skip(at + 1).TakeWhile(GoesOn).Select(next => next.Trim()).ToList();
                at += text.Count + 1;
                yield return new(MarkdownKind.Paragraph, string.Join(' ', text.Prepend(line.Trim()[mark.Length..])),
                    indent, mark, isTight);
            }

            isTight = true;
        }
    }

    /// <summary>Whether a line belongs to the paragraph above it.</summary>
    private static bool GoesOn(string line) => line.Trim().Length > 0 && !IsSilent(line)
        && !line.TrimStart().StartsWith("```", StringComparison.Ordinal) && !line.StartsWith('#')
        && !Item().IsMatch(line.TrimStart());

    private static bool IsSilent(string line) =>
        line.StartsWith("<!--", StringComparison.Ordinal) || line.StartsWith("# ", StringComparison.Ordinal);

    private static string Without(string line, int indent) =>
        line[Math.Min(indent, line.Length - line.TrimStart().Length)..];

    [GeneratedRegex(@"^(-|\d+\.) ")]
    private static partial Regex Item();
}
