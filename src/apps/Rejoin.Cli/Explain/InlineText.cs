using System.Text.RegularExpressions;

namespace Rejoin.Cli;

/// <summary>A piece of a sentence.</summary>
/// <param name="Text">Text without marks.</param>
/// <param name="IsCode">Whether it stood in backticks.</param>
/// <param name="IsBold">Whether it stood in two asterisks.</param>
internal sealed partial record InlineText(string Text, bool IsCode, bool IsBold)
{
    /// <summary>The pieces of a sentence; of a link the text alone.</summary>
    /// <param name="markdown">The sentence.</param>
    /// <param name="hasColour">Whether colour shows what is code; else its backticks stay.</param>
    public static IEnumerable<InlineText> Of(string markdown, bool hasColour)
    {
        foreach (Match match in Piece().Matches(markdown))
        {
            yield return match.Groups["code"].Success
                ? new(hasColour ? match.Groups["code"].Value : match.Value, true, false)
                : match.Groups["bold"].Success ? new(match.Groups["bold"].Value, false, true)
                : match.Groups["link"].Success ? new(match.Groups["link"].Value, false, false)
                : new(match.Value, false, false);
        }
    }

    /// <summary>What must not be broken: words, and code as a whole. Between two of them stands a space.</summary>
    public static IEnumerable<IReadOnlyList<InlineText>> Words(IEnumerable<InlineText> pieces)
    {
        var word = new List<InlineText>();
        foreach (var piece in pieces)
        {
            var parts = piece.IsCode ? [piece.Text] : piece.Text.Split(' ');
            for (var at = 0; at < parts.Length; at++)
            {
                if (at > 0 && word.Count > 0)
                {
                    yield return word;
                    word = [];
                }

                if (parts[at].Length > 0)
                {
                    word.Add(piece with { Text = parts[at] });
                }
            }
        }

        if (word.Count > 0)
        {
            yield return word;
        }
    }

    [GeneratedRegex(@"`(?<code>[^`]+)`|\*\*(?<bold>[^*]+)\*\*|\[(?<link>[^\]]+)\]\([^)]*\)|[^`*\[]+|[`*\[]")]
    private static partial Regex Piece();
}
