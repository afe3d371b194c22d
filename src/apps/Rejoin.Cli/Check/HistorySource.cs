using Rejoin.Runner;

namespace Rejoin.Cli;

/// <summary>What is judged again.</summary>
/// <param name="Histories">History files, in order, each once.</param>
/// <param name="ContractPath">Contract that lies beside them; null = none.</param>
/// <param name="Recorded">Document of the run that they come from; null = none.</param>
internal sealed record HistorySource(
    IReadOnlyList<string> Histories, string? ContractPath, RunDocument? Recorded)
{
    private const string Pattern = "*.jsonl";

    /// <summary>The histories at some paths: one run folder, or folders and files of histories.</summary>
    /// <exception cref="RejoinException">There are none, or they cannot be read; the message names every path with
    /// which something is wrong.</exception>
    public static HistorySource Find(IReadOnlyList<string> paths)
    {
        if (paths is [var only])
        {
            return Find(only);
        }

        var sources = new List<HistorySource>();
        var errors = new List<RejoinException>();
        foreach (var path in paths)
        {
            try
            {
                var source = Find(path);
                sources.Add(source.Recorded is null ? source : throw new RejoinException(
                    $"'{path}' is a run folder: the rounds of two runs cannot be told apart, so it is judged alone.",
                    "Give one run folder, or folders and files of histories."));
            }
            catch (RejoinException error)
            {
                errors.Add(error);
            }
        }

        return errors switch
        {
            [] => Together(sources),
            [var one] => throw one,
            _ => throw new RejoinException(
                $"{errors.Count} paths cannot be judged:\n{string.Join('\n', errors.Select(error => error.Message))}",
                errors[0].Hint),
        };
    }

    private static HistorySource Together(List<HistorySource> sources)
    {
        var contracts = sources.Select(source => source.ContractPath).OfType<string>().Distinct().ToList();
        return new HistorySource(
            [.. sources.SelectMany(source => source.Histories).DistinctBy(Path.GetFullPath)],
            contracts.Count <= 1 ? contracts.FirstOrDefault() : throw new RejoinException(
                $"Several contracts lie beside the histories: '{string.Join("', '", contracts)}'.",
                "Say with --contract which one holds."),
            null);
    }

    /// <summary>The histories at a path: a run folder, a folder of histories, or one history.</summary>
    private static HistorySource Find(string path)
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
            var recorded = folder.Read();
            return folder.Histories() is { Count: > 0 } files ? new HistorySource(files, known, recorded)
                : throw new RejoinException(
                    $"The run folder '{path}' has no histories, so there is nothing to judge.",
                    (recorded.Scenarios.Any(scenario => scenario.Sweep is not null)
                        ? "A sweep keeps no history of a trial that passes: sweep again with --keep"
                        : "Restore its folder 'histories'")
                    + "; what was judged before can still be shown: rejoin report.");
        }

        // A run that was killed has histories and no run.json: what it recorded can still be judged.
        string[] found = [.. Directory.EnumerateFiles(Directory.Exists(histories) ? histories : path, Pattern)];
        return found.Length > 0
            ? new HistorySource([.. found.Order(StringComparer.Ordinal)], known, null)
            : throw new RejoinException(
                $"'{path}' is not a run folder, and holds no history ({Pattern}).",
                "Give the folder that 'rejoin run' printed, or the 'latest' link.");
    }
}
