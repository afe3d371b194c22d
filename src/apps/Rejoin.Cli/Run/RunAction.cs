using System.Globalization;
using System.Runtime.InteropServices;
using Rejoin.Checks;
using Rejoin.Runner;

namespace Rejoin.Cli;

/// <summary>What <c>rejoin run</c> does: everything that can be wrong is looked at before anything is
/// written.</summary>
internal static class RunAction
{
    private static readonly TimeSpan ShortestWindow = TimeSpan.FromSeconds(4);

    public static async Task<int> RunAsync(RunArguments arguments, Terminal terminal)
    {
        using var interrupts = new Interrupts(
            terminal.Error, "stopping: what was done is judged and written; once more ends at once");
        return await interrupts.GuardAsync(() => RunAsync(arguments, terminal, interrupts));
    }

    private static async Task<int> RunAsync(RunArguments arguments, Terminal terminal, Interrupts interrupts)
    {
        var isOutside = arguments.Target is { } named && TargetName.AddressOf(named) is not null;
        var contract = RunDriver.Named(arguments.Driver, ContractSource.Read(arguments.Contract, isOutside));
        var choice = TargetChoice.Of(arguments.Target, contract);
        RunTarget.RequireEmbedded(arguments.Sabotage, choice);
        var wanted = Scenarios(arguments);
        contract = Windowed(arguments, choice, contract);
        if (arguments.Trial is { } trial && arguments.Seed is null)
        {
            throw new RejoinException(
                $"--trial {trial} has no meaning without --seed: another seed makes it another trial.",
                "Give the seed of the run that had it; the run printed it, and run.json holds it.");
        }

        var seed = arguments.Seed ?? Seed.New();
        var time = TimeProvider.System;
        var place = RunPlace.Of(arguments.Out, time.GetLocalNow(), seed);
        var driver = await RunDriver.ResolveAsync(contract, interrupts.Stopping);
        var (scenarios, left) = DrivableScenarios.Of(wanted, driver.Description, arguments.Scenarios.Count > 0);
        var target = await RunTarget.ResolveAsync(choice, arguments.TokenCommand, driver, interrupts.Stopping);
        var folder = RunFolder.Create(place.Folder, arguments.Force);
        using var work = new WorkFolder(folder);
        Announce(arguments, choice, place, seed, terminal);
        var options = new RunOptions
        {
            Target = target.Open(contract, folder, arguments.Sabotage),
            Driver = RunDriver.Logging(driver, folder),
            Contract = target.Judgeable(contract),
            Folder = folder,
            Seed = seed,
            Scenarios = scenarios,
            NotJudged = left,
            Rounds = arguments.Rounds,
            TrialsPerRound = arguments.Trials,
            OnlyTrial = arguments.Trial,
            AreWindowsScaled = arguments.Quick && !choice.IsEmbedded,
            Parallel = arguments.Parallel,
            Sabotage = arguments.Sabotage,
            TargetArguments = arguments.ReplayArguments(),
            ToolVersion = ToolVersion.Text,
            Time = time,
        };
        return await new Execution(terminal, place, folder)
        {
            Verbosity = arguments.Verbosity, NoColour = arguments.NoColour, Json = arguments.Json,
        }.RunAsync(observer => RunExecutor.RunAsync(options, observer, interrupts.Stopping));
    }

    /// <summary>The contract of a run whose absences may be shorter, because the service's windows are.</summary>
    private static Contract Windowed(RunArguments arguments, TargetChoice choice, Contract contract)
    {
        // The embedded service's clock is moved: nothing is waited for.
        if (!arguments.Quick || choice.IsEmbedded)
        {
            return contract;
        }

        var scale = contract.Windows.QuickScale ?? throw new RejoinException(
            "--quick needs the contract's leave: it has no windows.quickScale.",
            "Start the service with shorter windows, and state the factor as windows.quickScale.");
        var scaled = contract.Windows with
        {
            Brief = contract.Windows.Brief * scale, Medium = contract.Windows.Medium * scale,
        };
        return scaled.Resumable >= ShortestWindow
            ? contract with { Windows = scaled }
            : throw new RejoinException(
                "--quick makes windows.medium " + string.Create(
                    CultureInfo.InvariantCulture, $"{scaled.Resumable?.TotalSeconds:0.###} s")
                    + ": absences are known to a second only, so a window needs at least "
                    + $"{ShortestWindow.TotalSeconds:0} s.",
                "Start the service with longer windows, and state the factor as windows.quickScale.");
    }

    /// <summary>The scenarios that were asked for; else the one in which a planted bug is caught; else all.</summary>
    private static List<string> Scenarios(RunArguments arguments)
    {
        var wanted = arguments.Scenarios;
        var known = ScenarioCatalogue.List.Select(each => each.Id).ToList();
        var unknown = wanted.Except(known).ToList();
        if (unknown.Count > 0)
        {
            throw new RejoinException(
                $"--scenario is '{string.Join("', '", unknown)}'; allowed: {string.Join(", ", known)}.",
                $"{Nearest.Question(unknown, known)}'rejoin list scenarios' says what each one does.");
        }

        var scenarios = wanted.Count > 0 ? [.. wanted.Distinct()]
            : arguments.Sabotage is { } bug ? [SabotageSource.RequireScenario(bug)]
            : known;
        return arguments.Trial is { } trial && scenarios.Count > 1
            ? throw new RejoinException(
                $"--trial {trial} names no trial without one --scenario: each has a trial of that number.",
                $"Give one of: {string.Join(", ", scenarios)}.")
            : scenarios;
    }

    private static void Announce(
        RunArguments arguments, TargetChoice choice, RunPlace place, Seed seed, Terminal terminal)
    {
        Announcement.Write(terminal, arguments.Sabotage, choice, arguments.Quiet, seed, place);
        if (arguments.Verbosity == Verbosity.Verbose)
        {
            terminal.Error.WriteLine($"{VersionText.Of(ToolVersion.Text)}, {RuntimeInformation.FrameworkDescription}, "
                + $"{RuntimeInformation.OSDescription}, {Environment.ProcessorCount} processors");
            terminal.Error.WriteLine($"target {choice.Text}, contract {arguments.Contract ?? "built in"}, "
                + $"{arguments.Rounds} rounds, {arguments.Parallel} trials at the same time");
        }
    }
}
