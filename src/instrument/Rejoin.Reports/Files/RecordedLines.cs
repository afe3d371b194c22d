using System.Globalization;
using System.Text;
using Rejoin.Runner;

namespace Rejoin.Reports;

/// <summary>Lines of histories that a finding names as its evidence, read from the run folder.</summary>
/// <remarks>Names come from <c>run.json</c>, which may come from anywhere: only plain files directly in the folder of
/// histories are opened, and of a line only its beginning is read.</remarks>
internal static class RecordedLines
{
    private const string Prefix = "histories/";
    private const int Chunk = 1 << 16;

    /// <summary>The lines that can be read, in the order of the evidence.</summary>
    /// <param name="folder">Run folder.</param>
    /// <param name="evidence">Entries <c>histories/FILE:LINE</c>.</param>
    /// <param name="linesAtMost">Lines after which reading stops.</param>
    /// <param name="bytesAtMost">Length after which a line is cut, in bytes.</param>
    /// <returns>Entry and text; text null = there is no such line.</returns>
    public static IReadOnlyList<(string Entry, string? Text)> Read(
        RunFolder folder, IReadOnlyList<string> evidence, int linesAtMost, int bytesAtMost)
    {
        var wanted = evidence.Take(linesAtMost).Select(entry => (Entry: entry, Place: Parse(entry))).ToList();
        var texts = new Dictionary<(string File, long Line), string>();
        foreach (var file in wanted.Select(each => each.Place).OfType<(string File, long Line)>()
            .GroupBy(place => place.File, place => place.Line))
        {
            if (PathOf(folder, file.Key) is not { } path)
            {
                continue;
            }

            foreach (var (line, text) in Read(path, [.. file], bytesAtMost))
            {
                texts[(file.Key, line)] = text;
            }
        }

        return [.. wanted.Select(each => (each.Entry,
            each.Place is { } place ? texts.GetValueOrDefault(place) : null))];
    }

    private static (string File, long Line)? Parse(string entry)
    {
        var colon = entry.LastIndexOf(':');
        return colon > 0 && long.TryParse(
            entry.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var line)
            ? (entry[..colon], line)
            : null;
    }

    private static string? PathOf(RunFolder folder, string name)
    {
        if (!name.StartsWith(Prefix, StringComparison.Ordinal) || name.AsSpan(Prefix.Length).ContainsAny("/\\:\0"))
        {
            return null;
        }

        var file = new FileInfo(folder.PathOf(name));
        return file is { Exists: true, LinkTarget: null } ? file.FullName : null;
    }

    private static Dictionary<long, string> Read(string path, HashSet<long> wanted, int bytesAtMost)
    {
        var found = new Dictionary<long, string>();
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1);
            var buffer = new byte[Chunk];
            var kept = new MemoryStream();
            var line = 1L;
            for (int read; found.Count < wanted.Count && (read = stream.Read(buffer)) > 0;)
            {
                for (var rest = buffer.AsSpan(0, read); rest.Length > 0;)
                {
                    var end = rest.IndexOf((byte)'\n');
                    var piece = end < 0 ? rest : rest[..end];
                    if (wanted.Contains(line) && kept.Length < bytesAtMost)
                    {
                        kept.Write(piece[..Math.Min(piece.Length, bytesAtMost - (int)kept.Length)]);
                    }

                    rest = end < 0 ? [] : rest[(end + 1)..];
                    if (end >= 0)
                    {
                        Keep(found, wanted, line++, kept);
                    }
                }
            }

            Keep(found, wanted, line, kept);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // What was not read is shown as not there.
            return found;
        }

        return found;
    }

    private static void Keep(Dictionary<long, string> found, HashSet<long> wanted, long line, MemoryStream kept)
    {
        if (wanted.Contains(line) && kept.Length > 0)
        {
            found.TryAdd(line, Encoding.UTF8.GetString(kept.GetBuffer(), 0, (int)kept.Length));
        }

        kept.SetLength(0);
    }
}
