using Rejoin.Runner;

namespace Rejoin.Cli;

/// <summary>What is judged again.</summary>
/// <param name="Histories">History files, in order.</param>
/// <param name="ContractPath">Contract that lies beside them; null = none.</param>
/// <param name="Recorded">Document of the run that they come from; null = none.</param>
internal sealed record HistorySource(
    IReadOnlyList<string> Histories, string? ContractPath, RunDocument? Recorded)
{
    private const string Pattern = "*.jsonl";

    /// <summary>The histories at a path: a run folder, a folder of histories, or one history.</summary>
    /// <exception cref="RejoinException">There are none, or they cannot be read.</exception>
    public static HistorySource Find(string path)
    {
        path = LatestLink.Follow(path);
        try
        {
            return File.Exists(path) ? new HistorySource([path], null, null)
                : Directory.Exists(path) ? InFolder(path)
                : throw new RejoinException(
                    $"There is no '{path}'.", "Give a run folder, or a folder or file of histories (.jsonl).");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new RejoinException($"'{path}' cannot be read: {error.Message}", "Check its permissions.");
        }
    }

    private static HistorySource InFolder(string path)
    {
        var contract = Path.Combine(path, "contract.yaml");
        var known = File.Exists(contract) ? contract : null;
        var histories = Path.Combine(path, "histories");
        if (File.Exists(Path.Combine(path, "run.json")))
        {
            var folder = RunFolder.Open(path);
            return new HistorySource(folder.Histories(), known, folder.Read());
        }

        // A run that was killed has histories and no run.json: what it recorded can still be judged.
        string[] files = [.. Directory.EnumerateFiles(Directory.Exists(histories) ? histories : path, Pattern)];
        return files.Length > 0
            ? new HistorySource([.. files.Order(StringComparer.Ordinal)], known, null)
            : throw new RejoinException(
                $"'{path}' is not a run folder, and holds no history ({Pattern}).",
                "Give the folder that 'rejoin run' printed, or the 'latest' link.");
    }
}
