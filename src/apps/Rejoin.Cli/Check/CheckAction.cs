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
            source.Histories, contract, source.Recorded, ToolVersion.Text, TimeProvider.System);
        if (arguments.Out is { } wanted)
        {
            Write(wanted, arguments.Force, source, contract, run);
        }

        Results.Write(
            terminal, run, arguments.Out ?? arguments.Path, arguments.Json, arguments.Quiet, arguments.NoColour);
        return run.ExitCode;
    }

    private static void Write(
        string wanted, bool force, HistorySource source, Contract contract, RunDocument run)
    {
        var path = Path.GetFullPath(wanted) + Path.DirectorySeparatorChar;
        if (source.Histories.Any(file => Path.GetFullPath(file).StartsWith(path, StringComparison.Ordinal)))
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
}
