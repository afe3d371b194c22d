namespace Rejoin.Reports;

/// <summary>Evidence in few characters: <c>file:41,43-45</c> for four lines of one file.</summary>
internal static class EvidenceLines
{
    public static string Of(IReadOnlyList<string> evidence)
    {
        var files = new List<(string File, List<long> Lines)>();
        foreach (var entry in evidence)
        {
            var (file, line) = EvidenceLine.Of(entry);
            if (files.Count == 0 || files[^1].File != file)
            {
                files.Add((file, []));
            }

            if (line is { } number)
            {
                files[^1].Lines.Add(number);
            }
        }

        return string.Join(' ', files.Select(each => each.Lines.Count == 0
            ? each.File
            : $"{each.File}:{NumberRanges.Of(each.Lines, ",")}"));
    }
}
