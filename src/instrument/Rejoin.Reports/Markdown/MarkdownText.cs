using System.Text;

namespace Rejoin.Reports;

/// <summary>Texts of a service, made harmless for Markdown and the HTML that it becomes.</summary>
/// <remarks>A text can start no markup, link, mention, formula or table cell, and stays on its line. Source: GitHub
/// Flavored Markdown §2.4, §6.9; mentions and issue numbers are found after rendering, so a word joiner keeps them
/// apart.</remarks>
internal static class MarkdownText
{
    private const string Escaped = "\\`*_[]<>|~$";
    private const char WordJoiner = '\u2060';

    /// <summary>Text inside a sentence, a list or a cell of a table.</summary>
    public static string Of(string text)
    {
        var line = VisibleText.Of(text).Trim();
        var safe = new StringBuilder(line.Length + 16);
        for (var at = 0; at < line.Length; at++)
        {
            var character = line[at];
            var startsBlock = at == 0 && character is '#' or '-' or '+' or '=';
            var startsNumber = character is '.' or ')' && at > 0 && (at + 1 == line.Length || line[at + 1] == ' ')
                && line.AsSpan(0, at).IndexOfAnyExceptInRange('0', '9') < 0;
            var startsLink = character == ':' && line.AsSpan(at).StartsWith("://", StringComparison.Ordinal)
                || character == '.' && line.AsSpan(0, at).EndsWith("www", StringComparison.OrdinalIgnoreCase);
            if (character == '&')
            {
                safe.Append("&amp;");
            }
            else if (startsBlock || startsNumber || startsLink || Escaped.Contains(character, StringComparison.Ordinal))
            {
                safe.Append('\\').Append(character);
            }
            else
            {
                safe.Append(character);
            }

            if (character is '@' or '#')
            {
                safe.Append(WordJoiner);
            }
        }

        return safe.ToString();
    }

    /// <summary>Text between two tags of HTML, on one line.</summary>
    public static string Html(string text) => VisibleText.Of(text)
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("@", "@" + WordJoiner, StringComparison.Ordinal);

    /// <summary>Text in the look of code, inside a sentence.</summary>
    public static string Code(string text)
    {
        var line = VisibleText.Of(text).Trim();
        var fence = new string('`', LongestRun(line) + 1);
        return fence.Length == 1 ? $"`{line}`" : $"{fence} {line} {fence}";
    }

    /// <summary>A command in lines of its own, to be copied.</summary>
    public static string Block(string command)
    {
        var line = VisibleText.Of(command).Trim();
        var fence = new string('`', Math.Max(3, LongestRun(line) + 1));
        return $"{fence}sh\n{line}\n{fence}\n";
    }

    private static int LongestRun(string text)
    {
        var (longest, run) = (0, 0);
        foreach (var character in text)
        {
            run = character == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
