using System.Globalization;
using System.Text.Json;

namespace Rejoin.Runner;

/// <summary>The folder of one run: self-contained, readable by people and by other tools.</summary>
/// <remarks>See docs/reference/run-folder.md.</remarks>
public sealed class RunFolder
{
    private const string DocumentName = "run.json";
    private const string ContractName = "contract.yaml";
    private const string ConversationName = "conversation.yaml";
    private const string HistoriesName = "histories";
    private const string LogsName = "service";
    private const string WorkName = "work";

    private RunFolder(string path) => FullPath = path;

    /// <summary>Absolute path.</summary>
    public string FullPath { get; }

    /// <summary>Folder of the services' logs.</summary>
    public string LogFolder => Path.Combine(FullPath, LogsName);

    /// <summary>Folder of the services' data while the run lasts; deleted at its end.</summary>
    public string WorkFolder => Path.Combine(FullPath, WorkName);

    /// <summary>Path of <c>run.json</c>.</summary>
    public string DocumentPath => Path.Combine(FullPath, DocumentName);

    /// <summary>Path of <c>contract.yaml</c>.</summary>
    public string ContractPath => Path.Combine(FullPath, ContractName);

    /// <summary>Path of <c>conversation.yaml</c>, which sweeps and replays have.</summary>
    public string ConversationPath => Path.Combine(FullPath, ConversationName);

    /// <summary>A new, empty run folder.</summary>
    /// <param name="path">Folder; must not exist, or be empty, or, with <paramref name="replace"/>, hold a run.</param>
    /// <param name="replace">Whether a run that is there is deleted first.</param>
    /// <exception cref="RejoinException">It holds something else, or cannot be written.</exception>
    public static RunFolder Create(string path, bool replace)
    {
        var folder = new RunFolder(Path.GetFullPath(path));
        try
        {
            if (File.Exists(folder.FullPath))
            {
                throw new RejoinException($"'{path}' is a file, not a folder.", "Give another folder with --out.");
            }

            if (Directory.Exists(folder.FullPath) && Directory.EnumerateFileSystemEntries(folder.FullPath).Any())
            {
                folder.Empty(path, replace);
            }

            Directory.CreateDirectory(Path.Combine(folder.FullPath, HistoriesName));
            return folder;
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException)
        {
            throw new RejoinException(
                $"The folder '{path}' cannot be written: {error.Message}", "Give another folder with --out.");
        }
    }

    /// <summary>A run folder that exists: one with a <c>run.json</c>. Its histories may be missing.</summary>
    /// <exception cref="RejoinException">There is none.</exception>
    public static RunFolder Open(string path)
    {
        const string Hint = "Give the folder that 'rejoin run' printed, or the 'latest' link.";
        if (path.Length == 0)
        {
            throw new RejoinException("The name of the run folder is empty.", Hint);
        }

        var folder = new RunFolder(Path.GetFullPath(LatestLink.Follow(path)));
        return File.Exists(folder.DocumentPath) ? folder : throw new RejoinException(
            File.Exists(folder.FullPath) ? $"'{path}' is a file, not a run folder."
            : Directory.Exists(folder.FullPath) ? $"'{path}' is not a run folder: it has no {DocumentName}."
            : $"There is no folder '{path}'.", Hint);
    }

    /// <summary>Name of a trial's history, relative to the folder.</summary>
    public static string HistoryName(string scenario, int trial) =>
        string.Create(CultureInfo.InvariantCulture, $"{HistoriesName}/{scenario}-{trial:0000}.jsonl");

    /// <summary>Paths of all histories, in order; empty if their folder is missing.</summary>
    public IReadOnlyList<string> Histories() => Path.Combine(FullPath, HistoriesName) is var histories
        && Directory.Exists(histories)
            ? [.. Directory.EnumerateFiles(histories, "*.jsonl").Order(StringComparer.Ordinal)]
            : [];

    /// <summary>Absolute path of something in the folder.</summary>
    public string PathOf(string relative) => Path.Combine(FullPath, relative);

    /// <summary>Writes <c>run.json</c> in one step: readers see the old one or the new one.</summary>
    public void Write(RunDocument document)
    {
        var draft = DocumentPath + ".part";
        File.WriteAllBytes(draft, JsonSerializer.SerializeToUtf8Bytes(document, RunJson.Default.RunDocument));
        File.Move(draft, DocumentPath, overwrite: true);
    }

    /// <summary>The content of <c>run.json</c>.</summary>
    /// <exception cref="RejoinException">It is not a document of this version.</exception>
    public RunDocument Read() => RunDocumentReader.ReadFile(DocumentPath);

    /// <summary>A document as <c>run.json</c> has it.</summary>
    public static string Text(RunDocument document) => JsonSerializer.Serialize(document, RunJson.Default.RunDocument);

    /// <summary>Points <c>latest</c> in a folder at this run (<see cref="LatestLink"/>).</summary>
    /// <returns>Path of the entry; null if it could not be made.</returns>
    public string? Link(string inFolder) => LatestLink.Make(inFolder, FullPath);

    private void Empty(string path, bool replace)
    {
        if (!HoldsARun())
        {
            throw new RejoinException(
                $"The folder '{path}' holds something that is not a run; nothing was changed.",
                "Give another folder with --out.");
        }

        if (!replace)
        {
            throw new RejoinException(
                $"The folder '{path}' holds a run already; nothing was changed.",
                "Give another folder with --out, or replace the run with --force.");
        }

        Directory.Delete(FullPath, recursive: true);
    }

    /// <summary>A finished run has its document; one that was killed has the contract and histories, and nothing else
    /// than a run makes.</summary>
    private bool HoldsARun() => File.Exists(DocumentPath)
        || (File.Exists(ContractPath) && Directory.EnumerateFileSystemEntries(FullPath).Select(Path.GetFileName)
            .All(name => name is ContractName or ConversationName or HistoriesName or ReplayPlan.PlansName or LogsName
                or WorkName));
}
