using System.Text;
using Rejoin.Runner;

namespace Rejoin.Reports;

/// <summary>The one list of the reports of a run, and the one place that writes them into a run folder.</summary>
/// <remarks>A run, a judgement and a re-rendering all come through here, so that no folder has a file that another
/// lacks.</remarks>
public static class RunReports
{
    /// <summary>Every form, in the order in which they are shown.</summary>
    public static IReadOnlyList<ReportFormat> Formats { get; } =
    [
        new("html", "report.html", "the run as a page, in one file", HtmlReport.Write),
        new("junit", "junit.xml", "test results for CI systems", JUnitReport.Write),
        new("markdown", "summary.md", "a short summary for pull requests", MarkdownReport.Write),
        new("console", null, "the summary that a run prints", WriteConsole),
        new("json", null, "run.json, as this version writes it", WriteJson),
    ];

    /// <summary>Form with a name; null if there is none.</summary>
    public static ReportFormat? Find(string id) =>
        Formats.FirstOrDefault(format => format.Id.Equals(id, StringComparison.OrdinalIgnoreCase));

    /// <summary>Writes every report that a run folder has, each in one step: readers see the old one or the new
    /// one.</summary>
    /// <param name="source">Run.</param>
    /// <param name="into">Folder; null = the run folder itself. Made if it is not there.</param>
    /// <returns>Paths of the files, in the order of <see cref="Formats"/>.</returns>
    /// <exception cref="RejoinException">The folder cannot be written.</exception>
    public static IReadOnlyList<string> WriteAll(ReportSource source, string? into = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        var folder = into ?? source.Folder.FullPath;
        return
        [
            .. from format in Formats
               let name = format.FileName
               where name is not null
               select WriteFile(format, source, Path.Combine(folder, name)),
        ];
    }

    /// <summary>Writes one report to a file, in one step.</summary>
    /// <returns>The path.</returns>
    /// <exception cref="RejoinException">The file cannot be written.</exception>
    public static string WriteFile(ReportFormat format, ReportSource source, string path)
    {
        ArgumentNullException.ThrowIfNull(format);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            var draft = path + ".part";
            using (var output = new StreamWriter(draft, append: false, new UTF8Encoding(false)) { NewLine = "\n" })
            {
                format.Write(source, output);
            }

            File.Move(draft, path, overwrite: true);
            return path;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new RejoinException(
                $"The report '{path}' cannot be written: {error.Message}",
                "Give a place that can be written: rejoin report FOLDER --out DIR.");
        }
    }

    private static void WriteConsole(ReportSource source, TextWriter output)
    {
        ConsoleReport.Write(output, source.Run, source.FolderName, ReportStyle.Plain);
        foreach (var sentence in source.Missing)
        {
            output.Write($"note: {sentence}\n");
        }
    }

    private static void WriteJson(ReportSource source, TextWriter output) =>
        output.Write(RunFolder.Text(source.Run) + "\n");
}
