using Rejoin.Checks;
using Rejoin.Reports;
using Rejoin.Runner;

namespace Rejoin.Cli;

/// <summary>What <c>rejoin check</c> does: reads, judges, shows; it writes only where it is told to.</summary>
internal static class CheckAction
{
    public static int Run(CheckArguments arguments, Terminal terminal)
    {
        var source = HistorySource.Find(arguments.Paths);
        var contract = ContractSource.Read(arguments.Contract ?? source.ContractPath);
        var names = HistoryNames.Of(source.Histories);

        // Files of a run folder have their names in it, that which is written included; others are named as they were
        // found.
        var areFound = source.Recorded is null && arguments.Out is null;
        var run = Rejudgement.Judge(
            source.Histories, file => areFound ? file : $"histories/{names[file]}", contract, source.Recorded,
            isOwnContract: arguments.Contract is null, ToolVersion.Text, TimeProvider.System);
        if (arguments.Out is { } wanted)
        {
            Write(wanted, arguments.Force, names, contract, run);
        }

        Results.Write(
            terminal, run, arguments.Out ?? (source.Recorded is null ? null : arguments.Paths[0]), arguments.Json,
            arguments.Quiet, arguments.NoColour, hasReport: arguments.Out is not null);
        terminal.Output.Flush();
        Deviation.Write(terminal, run, arguments.Quiet);
        return run.ExitCode;
    }

    private static void Write(
        string wanted, bool force, IReadOnlyDictionary<string, string> names, Contract contract, RunDocument run)
    {
        if (wanted.Length == 0)
        {
            throw new RejoinException("--out is empty.", "Give a folder, or leave it out.");
        }

        var path = Real(wanted);
        var folders = names.Keys.Select(file => Path.GetDirectoryName(Path.GetFullPath(file))!).Distinct();
        if (folders.Any(each => Real(each).StartsWith(path, StringComparison.Ordinal)))
        {
            throw new RejoinException(
                $"--out '{wanted}' holds the histories that are judged; nothing was changed.",
                "Give another folder with --out.");
        }

        var folder = RunFolder.Create(wanted, force);
        foreach (var (file, name) in names)
        {
            File.Copy(file, Path.Combine(folder.FullPath, "histories", name));
        }

        File.WriteAllText(folder.ContractPath, ContractWriter.Write(contract));
        folder.Write(run);
        RunReports.WriteAll(new ReportSource(run, folder, wanted));
    }

    /// <summary>Where a folder is, with the links on the way to it resolved, and a separator at its end.</summary>
    private static string Real(string folder)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        if (Path.GetDirectoryName(full) is not { } parent)
        {
            return full;
        }

        var real = Path.Combine(Real(parent), Path.GetFileName(full));
        return (Directory.Exists(real) ? Directory.ResolveLinkTarget(real,
            returnFinalTarget: true)?.FullName ?? real : real)
            .TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar;
    }
}
