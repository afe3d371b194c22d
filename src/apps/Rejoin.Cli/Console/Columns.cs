namespace Rejoin.Cli;

/// <summary>Text in columns: each as wide as its widest cell, the last one broken at spaces. Where that leaves too
/// little room for the last one, it comes below the others.</summary>
internal static class Columns
{
    private const int Gap = 2;
    private const int NarrowestSentence = 24;

    public static void Write(TextWriter output, IReadOnlyList<IReadOnlyList<string>> rows, int width)
    {
        if (rows.Count == 0)
        {
            return;
        }

        var last = rows[0].Count - 1;
        var widths = Enumerable.Range(0, last).Select(column => rows.Max(row => row[column].Length) + Gap).ToList();
        var indent = widths.Sum();
        var isStacked = width - indent < NarrowestSentence;
        foreach (var row in rows)
        {
            if (isStacked)
            {
                Lines(output, "", string.Join("  ", row.Take(last)), width);
                Lines(output, new string(' ', Gap), row[last], width - Gap);
                continue;
            }

            output.Write(string.Concat(row.Take(last).Select((cell, column) => cell.PadRight(widths[column]))));
            var lines = Broken(row[last], width - indent);
            output.Write(string.Join("\n" + new string(' ', indent), lines));
            output.Write('\n');
        }
    }

    private static void Lines(TextWriter output, string start, string text, int width)
    {
        foreach (var line in Broken(text, Math.Max(width, NarrowestSentence)))
        {
            output.Write($"{start}{line}\n");
        }
    }

    private static List<string> Broken(string text, int width)
    {
        List<string> lines = [string.Empty];
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var line = lines[^1];
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                lines.Add(word);
            }
            else
            {
                lines[^1] = line.Length == 0 ? word : $"{line} {word}";
            }
        }

        return lines;
    }
}
