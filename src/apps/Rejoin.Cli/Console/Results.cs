using System.Text.Json;
using Rejoin.Reports;
using Rejoin.Runner;

namespace Rejoin.Cli;

/// <summary>The result of a run or a judgement on standard output.</summary>
internal static class Results
{
    /// <summary>Writes the document, the summary, or its last line; below a summary that is no pass comes what to do
    /// next, on standard error.</summary>
    /// <param name="terminal">Where to.</param>
    /// <param name="run">Result.</param>
    /// <param name="folder">Run folder, as it is shown; null = there is none.</param>
    /// <param name="json">Whether the document is wanted.</param>
    /// <param name="quiet">Whether the last line is enough.</param>
    /// <param name="noColour">Whether the command was given <c>--no-color</c>.</param>
    /// <param name="faults">Faults of a repeated trial; null = it was no repeat.</param>
    /// <param name="hasReport">Whether reports of this result lie in the folder.</param>
    public static void Write(
        Terminal terminal, RunDocument run, string? folder, bool json, bool quiet, bool noColour,
        IReadOnlyList<string>? faults = null, bool hasReport = true)
    {
        var style = terminal.Style(noColour);
        if (json)
        {
            terminal.Output.WriteLine(JsonSerializer.Serialize(run, RunJson.Default.RunDocument));
        }
        else if (quiet)
        {
            ConsoleReport.WriteVerdict(terminal.Output, run, folder, style);
        }
        else
        {
            ConsoleReport.Write(terminal.Output, run, folder, style, faults);
            if (NextStep.Of(run, hasReport ? folder : null) is { } next)
            {
                terminal.Output.Flush();
                terminal.Error.WriteLine(next);
            }
        }
    }
}
