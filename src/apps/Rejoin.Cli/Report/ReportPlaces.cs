using Rejoin.Reports;
using Rejoin.Runner;

namespace Rejoin.Cli;

/// <summary>Where each report is written.</summary>
/// <param name="Format">Report.</param>
/// <param name="Path">File.</param>
internal sealed record ReportPlaces(ReportFormat Format, string Path)
{
    /// <summary>The forms that were asked for, each once; every one that a folder has if none was.</summary>
    /// <exception cref="RejoinException">There is no such form; the message names all that do not exist.</exception>
    public static IReadOnlyList<ReportFormat> Formats(IReadOnlyList<string> wanted)
    {
        var unknown = wanted.Where(id => RunReports.Find(id) is null).Distinct().ToList();
        return unknown.Count > 0
            ? throw new RejoinException(
                $"--format is '{string.Join("', '", unknown)}'; allowed: "
                    + $"{string.Join(", ", RunReports.Formats.Select(format => format.Id))}.",
                "rejoin report --help says what each one is for.")
            : wanted.Count == 0 ? [.. RunReports.Formats.Where(format => format.FileName is not null)]
            : [.. wanted.Select(id => RunReports.Find(id)!).Distinct()];
    }

    /// <summary>A place for each form. Reports in the run folder itself are replaced, others only with
    /// <c>--force</c>.</summary>
    /// <exception cref="RejoinException">A file is there already, or the place makes no sense.</exception>
    public static IReadOnlyList<ReportPlaces> Of(
        ReportArguments arguments, IReadOnlyList<ReportFormat> formats, ReportSource source)
    {
        if (arguments.Out is null)
        {
            return arguments.Formats.Count == 0
                ? [.. formats.Select(format => new ReportPlaces(
                    format, System.IO.Path.Combine(source.Folder.FullPath, format.FileName!)))]
                : throw new RejoinException(
                    $"{formats.Count} reports are asked for, and standard output holds one.",
                    "Give a folder with --out, or one --format.");
        }

        if (arguments.Out.Length == 0)
        {
            throw new RejoinException("--out is empty.", "Give a folder, or leave it out.");
        }

        if (File.Exists(arguments.Out))
        {
            throw new RejoinException($"'{arguments.Out}' is a file, not a folder.", "Give another folder with --out.");
        }

        IReadOnlyList<ReportPlaces> places =
        [
            .. formats.Select(format => new ReportPlaces(
                format, System.IO.Path.Combine(arguments.Out, format.FileName ?? NameOf(format)))),
        ];
        RequireFree(places, arguments.Force, source);
        return places;
    }

    private static string NameOf(ReportFormat format) => format.Id == "json" ? "run.json" : "summary.txt";

    private static void RequireFree(IReadOnlyList<ReportPlaces> places, bool force, ReportSource source)
    {
        if (places.Any(place => System.IO.Path.GetFullPath(place.Path) == source.Folder.DocumentPath))
        {
            throw new RejoinException(
                $"'{source.Folder.DocumentPath}' is what the reports are made from; nothing was changed.",
                "Give another place with --out.");
        }

        var taken = places.Where(place => File.Exists(place.Path)).Select(place => place.Path).ToList();
        if (taken.Count > 0 && !force)
        {
            throw new RejoinException(
                $"'{string.Join("', '", taken)}' {(taken.Count == 1 ? "is" : "are")} there already; "
                    + "nothing was changed.",
                "Give another place with --out, or replace with --force.");
        }
    }
}
