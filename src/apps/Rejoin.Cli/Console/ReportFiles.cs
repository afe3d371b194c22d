using Rejoin.Reports;

namespace Rejoin.Cli;

/// <summary>The reports of a run that is over, each written for itself: what cannot be written is told, and costs
/// neither the verdict nor the others.</summary>
internal static class ReportFiles
{
    public static void Write(Terminal terminal, ReportSource source)
    {
        foreach (var format in RunReports.Formats.Where(format => format.FileName is not null))
        {
            var path = Path.Combine(source.Folder.FullPath, format.FileName!);
            try
            {
                RunReports.WriteFile(format, source, path);
            }
            catch (Exception error) when (error is not OutOfMemoryException)
            {
                terminal.Error.WriteLine($"warning: {format.FileName} was not written: {error.Message}");
            }
        }
    }
}
