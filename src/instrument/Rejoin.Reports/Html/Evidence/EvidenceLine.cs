using System.Globalization;

namespace Rejoin.Reports;

/// <summary>One entry of a finding's evidence: a file, and a line of it.</summary>
/// <param name="File">Name of the history, relative to the run folder.</param>
/// <param name="Line">Line, from 1; null if the entry names none.</param>
internal readonly record struct EvidenceLine(string File, long? Line)
{
    public static EvidenceLine Of(string entry)
    {
        var colon = entry.LastIndexOf(':');
        return colon > 0 && long.TryParse(
            entry.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var line)
            ? new EvidenceLine(entry[..colon], line)
            : new EvidenceLine(entry, null);
    }
}
