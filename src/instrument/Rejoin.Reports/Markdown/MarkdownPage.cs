using System.Text;

namespace Rejoin.Reports;

/// <summary>The text of a summary as it grows, and what still fits.</summary>
internal sealed class MarkdownPage
{
    /// <summary>Longest text of the record in one place, in characters.</summary>
    public const int TextCharactersAtMost = 600;

    private const int Reserve = 2_000;
    private readonly StringBuilder text = new();

    /// <summary>Everything so far.</summary>
    public string Text => text.ToString();

    /// <summary>Adds a line.</summary>
    public void Line(string line = "") => text.Append(line).Append('\n');

    /// <summary>Adds lines if they fit, with some room kept for what must be said at the end.</summary>
    /// <returns>Whether they were added.</returns>
    public bool TryAdd(string lines)
    {
        if (text.Length + lines.Length > MarkdownReport.CharactersAtMost - Reserve)
        {
            return false;
        }

        text.Append(lines);
        return true;
    }

    /// <summary>A text of the record, bounded and harmless.</summary>
    public static string Safe(string text) => MarkdownText.Of(Shortened.Of(text, TextCharactersAtMost));
}
