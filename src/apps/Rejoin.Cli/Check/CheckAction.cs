using Rejoin.Checks;
using Rejoin.Runner;

namespace Rejoin.Cli;

/// <summary>What <c>rejoin check</c> does: reads, judges, shows; it writes only where it is told to.</summary>
internal static class CheckAction
{
    public static int Run(CheckArguments arguments, Terminal terminal)
    {
        var source = HistorySource.Find(arguments.Path);
        var contract = ContractSource.Read(arguments.Contract ?? source.ContractPath);
        var run = Rejudgement.Judge(
            source.Histories, Names(arguments, source), contract, source.Recorded, ToolVersion.Text,
            TimeProvider.System);
        if (arguments.Out is { } wanted)
        {
            Write(wanted, arguments.Force, source, contract, run);
        }

        Results.Write(
            terminal, run, arguments.Out ?? arguments.Path, arguments.Json, arguments.Quiet, arguments.NoColour);
        return run.ExitCode;
    }

    /// <summary>Files of a run folder have their names in it, that which is written included; others are named as they
    /// were found.</summary>
    private static Func<string, string> Names(CheckArguments arguments, HistorySource source) =>
        source.Recorded is null && arguments.Out is null ? file => file : file => $"histories/{Path.GetFileName(file)}";

    private static void Write(
        string wanted, bool force, HistorySource source, Contract contract, RunDocument run)
    {
        var path = Real(wanted);
        var folders = source.Histories.Select(file => Path.GetDirectoryName(Path.GetFullPath(file))!).Distinct();
        if (folders.Any(each => Real(each).StartsWith(path, StringComparison.Ordinal)))
        {
            throw new RejoinException(
                $"--out '{wanted}' holds the histories that are judged; nothing was changed.",
                "Give another folder with --out.");
        }

        var folder = RunFolder.Create(wanted, force);
        foreach (var file in source.Histories)
        {
            File.Copy(file, Path.Combine(folder.FullPath, "histories", Path.GetFileName(file)));
        }

        File.WriteAllText(folder.ContractPath, ContractWriter.Write(contract));
        folder.Write(run);
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
