using Rejoin.Runner;

namespace Rejoin.Reports;

/// <summary>One run as reports are made from it: its document, and the folder with the record.</summary>
/// <param name="Run">Content of <c>run.json</c>.</param>
/// <param name="Folder">Run folder; its histories may be missing.</param>
/// <param name="FolderName">Name of the folder, as it is to be shown; never needed to find anything.</param>
public sealed record ReportSource(RunDocument Run, RunFolder Folder, string FolderName)
{
    /// <summary>What the folder lacks, one sentence each; a report says so in place of what it cannot show.</summary>
    public IReadOnlyList<string> Missing { get; } = MissingFiles.Of(Run, Folder);

    /// <summary>The run in a folder.</summary>
    /// <param name="path">Run folder.</param>
    /// <exception cref="RejoinException">There is none, or its <c>run.json</c> cannot be read.</exception>
    public static ReportSource Open(string path)
    {
        var folder = RunFolder.Open(path);
        return new ReportSource(folder.Read(), folder, path);
    }
}
