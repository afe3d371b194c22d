using System.Text.Json;
using Rejoin.Reports;
using Rejoin.Runner;

namespace Rejoin.Cli;

/// <summary>The result of a run or a judgement on standard output.</summary>
internal static class Results
{
    /// <summary>Writes the document, the summary, or its last line.</summary>
    public static void Write(Terminal terminal, RunDocument run, string folder, bool json, bool quiet, bool noColour)
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
            ConsoleReport.Write(terminal.Output, run, folder, style);
        }
    }
}
