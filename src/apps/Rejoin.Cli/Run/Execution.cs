using Rejoin.Reports;
using Rejoin.Runner;

namespace Rejoin.Cli;

/// <summary>What follows once everything that can be wrong was looked at: trials with their progress, reports, the link
/// to the newest run, the result.</summary>
/// <param name="Terminal">Where progress and result are shown.</param>
/// <param name="Place">Where the run is written, as it is shown.</param>
/// <param name="Folder">Run folder.</param>
internal sealed record Execution(Terminal Terminal, RunPlace Place, RunFolder Folder)
{
    public required Verbosity Verbosity { get; init; }

    public required bool NoColour { get; init; }

    public required bool Json { get; init; }

    /// <summary>Carries trials out.</summary>
    /// <param name="run">What is carried out, told whom to tell of its progress.</param>
    /// <returns>Exit code.</returns>
    public async Task<int> RunAsync(Func<IRunObserver, Task<RunDocument>> run)
    {
        var document = await Progress.ShowAsync(Terminal, Verbosity, NoColour, Folder, run);
        ReportFiles.Write(Terminal, new ReportSource(document, Folder, Place.Folder));
        Folder.Link(Place.LinkFolder);
        Results.Write(
            Terminal, document, Place.Folder, Json, Verbosity == Verbosity.Quiet, NoColour,
            RepeatedFaults.Of(document, Folder));
        return document.ExitCode;
    }
}
