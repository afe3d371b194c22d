namespace Rejoin.Cli;

/// <summary>Text in columns: each as wide as its widest cell, the last one broken at spaces.</summary>
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
        foreach (var row in rows)
        {
            for (var column = 0; column < last; column++)
            {
                output.Write(row[column].PadRight(widths[column]));
            }

            var lines = Broken(row[last], Math.Max(width - indent, NarrowestSentence));
            output.Write(string.Join("\n" + new string(' ', indent), lines));
            output.Write('\n');
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
