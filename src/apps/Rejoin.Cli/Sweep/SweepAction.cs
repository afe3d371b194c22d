using Rejoin.Drivers.Reference;
using Rejoin.Runner;

namespace Rejoin.Cli;

/// <summary>What <c>rejoin sweep</c> does: everything that can be wrong is looked at before anything is
/// written.</summary>
internal static class SweepAction
{
    public static async Task<int> RunAsync(SweepArguments arguments, Terminal terminal)
    {
        using var interrupts = new Interrupts(
            terminal.Error, "stopping: what was done is judged and written; once more ends at once");
        return await interrupts.GuardAsync(() => RunAsync(arguments, terminal, interrupts));
    }

    private static async Task<int> RunAsync(SweepArguments arguments, Terminal terminal, Interrupts interrupts)
    {
        var choice = new TargetChoice(TargetName.AddressOf(arguments.Target), null);
        RunTarget.RequireEmbedded(arguments.Sabotage, choice);
        var script = ConversationSource.Read(arguments.Conversation);
        var contract = TargetChoice.RequireUnnamed(
            ContractSource.Read(arguments.Contract, isOutside: !choice.IsEmbedded));
        var seed = arguments.Seed ?? Seed.New();
        var time = TimeProvider.System;
        var place = RunPlace.Of(arguments.Out, time.GetLocalNow(), seed);
        var driver = new ReferenceDriver();
        var target = await RunTarget.ResolveAsync(choice, arguments.TokenCommand, driver, interrupts.Stopping);
        var folder = RunFolder.Create(place.Folder, arguments.Force);
        using var work = new WorkFolder(folder);
        Announcement.Write(terminal, arguments.Sabotage, choice, arguments.Quiet, seed, place);
        var options = new SweepOptions
        {
            Run = new RunOptions
            {
                Target = target.Open(contract, folder, arguments.Sabotage),
                Driver = driver,
                Contract = target.Judgeable(contract),
                Folder = folder,
                Seed = seed,
                Scenarios = [],
                Rounds = 1,
                Parallel = arguments.Parallel,
                Sabotage = arguments.Sabotage,
                TargetArguments = arguments.TargetArguments(),
                ToolVersion = ToolVersion.Text,
                Time = time,
            },
            Script = script,
            TargetName = arguments.Target,
            Depth = arguments.Depth,
            Kinds = arguments.Kinds,
            Persistent = arguments.Persistent,
            Keep = arguments.Keep,
        };
        return await new Execution(terminal, place, folder)
        {
            Verbosity = arguments.Quiet ? Verbosity.Quiet : Verbosity.Normal,
            NoColour = arguments.NoColour,
            Json = arguments.Json,
        }.RunAsync(observer => SweepExecutor.RunAsync(options, observer, interrupts.Stopping));
    }
}
