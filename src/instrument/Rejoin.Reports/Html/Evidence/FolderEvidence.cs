using System.Globalization;
using Rejoin.Checks;
using Rejoin.Runner;

namespace Rejoin.Reports;

/// <summary>The histories of a run folder. A name leads nowhere but into its folder of histories.</summary>
internal sealed class FolderEvidence(RunFolder folder) : IEvidenceSource
{
    private const string Histories = "histories/";

    /// <summary>Longest history that is read for its timeline, in bytes: the report is written while somebody
    /// waits.</summary>
    private const long BytesAtMost = 64L << 20;

    public EvidenceHistory Read(string name)
    {
        var file = name.StartsWith(Histories, StringComparison.Ordinal) ? name[Histories.Length..] : "";
        if (file.Length == 0 || file != Path.GetFileName(file) || file.Contains('\\', StringComparison.Ordinal))
        {
            return EvidenceHistory.None($"'{name}' is no history of this run folder.");
        }

        var info = new FileInfo(folder.PathOf(name));
        if (info is not { Exists: true, LinkTarget: null })
        {
            return EvidenceHistory.None($"'{name}' is not in the run folder any more.");
        }

        if (info.Length > BytesAtMost)
        {
            return EvidenceHistory.None(string.Create(CultureInfo.InvariantCulture,
                $"'{name}' has {info.Length >> 20} MiB; more than {BytesAtMost >> 20} MiB are not drawn."));
        }

        var result = HistoryReader.ReadFile(info.FullName);
        return result.History is { } history
            ? new EvidenceHistory(history, null)
            : EvidenceHistory.None($"'{name}' cannot be read: {result.Errors[0]}");
    }
}
