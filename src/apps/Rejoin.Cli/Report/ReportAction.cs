using System.Text.Json;
using Rejoin.Reports;
using Rejoin.Runner;

namespace Rejoin.Cli;

/// <summary>What <c>rejoin report</c> does: everything that can be wrong is looked at before anything is
/// written.</summary>
internal static class ReportAction
{
    public static int Run(ReportArguments arguments, Terminal terminal)
    {
        var formats = ReportPlaces.Formats(arguments.Formats);
        var source = ReportSource.Open(arguments.Folder);
        if (formats is [var single] && arguments.Out is null)
        {
            Show(single, source, arguments, terminal);
            Tell(source, terminal);
            return ExitCodes.Pass;
        }

        var places = ReportPlaces.Of(arguments, formats, source);
        var written = places.Select(place => new ReportFile(
            place.Format.Id, RunReports.WriteFile(place.Format, source, place.Path))).ToList();
        if (arguments.Json)
        {
            var document = new ReportDocument
            {
                Folder = arguments.Folder,
                Verdict = source.Run.Verdict,
                ExitCode = source.Run.ExitCode,
                Files = written,
                Missing = source.Missing,
            };
            terminal.Output.WriteLine(JsonSerializer.Serialize(document, ReportJson.Default.ReportDocument));
        }
        else
        {
            foreach (var file in written)
            {
                terminal.Output.WriteLine(file.Path);
            }
        }

        Tell(source, terminal);
        return ExitCodes.Pass;
    }

    /// <summary>One report on standard output; the console's has the width and the colours of the terminal.</summary>
    private static void Show(ReportFormat format, ReportSource source, ReportArguments arguments, Terminal terminal)
    {
        if (arguments.Json)
        {
            throw new RejoinException(
                $"Standard output cannot hold both the report '{format.Id}' and the result of --json.",
                "Say with --out where the report goes, or leave out --json; --format json is run.json itself.");
        }

        if (format.Id == "console")
        {
            ConsoleReport.Write(
                terminal.Output, source.Run, source.FolderName, terminal.Style(arguments.NoColour),
                RepeatedFaults.Of(source.Run, source.Folder));
        }
        else
        {
            format.Write(source, terminal.Output);
        }

        terminal.Output.Flush();
    }

    private static void Tell(ReportSource source, Terminal terminal)
    {
        foreach (var sentence in source.Missing)
        {
            terminal.Error.WriteLine($"note: {sentence}");
        }
    }
}
