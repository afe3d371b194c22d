using System.CommandLine;
using Rejoin.Drivers.Reference;
using Rejoin.Runner;

namespace Rejoin.Cli;

/// <summary>The command <c>replay</c>: one recorded trial again, and whether it took the same path.</summary>
internal sealed class ReplayCommand : Command, IExplainedCommand
{
    private readonly Argument<string> plan = new("plan")
    {
        Description = "Plan file of a trial: RUN/plans/….json.", HelpName = "PLAN",
    };

    private readonly Option<string?> tokenCommand = NewOption.Text(
        "--token-command", "CMD", "Command that prints an access token, for a plan of a target at an address.");

    private readonly Option<string?> output = NewOption.Text(
        "--out", "DIR", "Run folder; by default runs/<date>-<time>-<seed>. A link 'latest' is put beside it.");

    private readonly Option<bool> force = NewOption.Flag("--force", "Replace a run that is in the run folder already.");

    private readonly Option<bool> json = NewOption.Json("Write run.json to standard output in place of the summary.");

    private readonly Option<bool> quiet = NewOption.Quiet("No progress, and only the last line of the summary.");

    private readonly Option<bool> noColour = NewOption.NoColour();

    /// <summary>The command.</summary>
    public ReplayCommand(Terminal terminal)
        : base("replay", "Carry one trial of a sweep out again, and say whether it took the same path.")
    {
        Add(plan);
        foreach (var option in new Option[] { tokenCommand, output, force, json, quiet, noColour })
        {
            Add(option);
        }

        SetAction((parsed, _) => ReplayAsync(parsed, terminal));
    }

    /// <inheritdoc/>
    public string Examples => """
        A replay does what the plan says on a fresh service. If it takes another path, it says where, and is no pass.

        Example:
          rejoin replay latest/plans/sweep-history-0042.json
        """;

    /// <inheritdoc/>
    public IReadOnlyList<int> ExitCodes => [.. ExitCodeText.OfJudgement, Runner.ExitCodes.Interrupted];

    private async Task<int> ReplayAsync(ParseResult parsed, Terminal terminal)
    {
        using var interrupts = new Interrupts(terminal.Error, "stopping; once more ends at once");
        return await interrupts.GuardAsync(() => ReplayAsync(parsed, terminal, interrupts));
    }

    private async Task<int> ReplayAsync(ParseResult parsed, Terminal terminal, Interrupts interrupts)
    {
        var path = parsed.GetRequiredValue(plan);
        var recorded = ReplayPlan.Read(path);
        var choice = new TargetChoice(TargetName.AddressOf(recorded.Target), null);
        RunTarget.RequireEmbedded(recorded.Sabotage, choice);
        var contract = recorded.ReadContract();
        _ = recorded.ReadConversation();
        _ = recorded.ReadFaults();
        var seed = Seed.TryParse(recorded.Seed, out var known) ? known : throw new RejoinException(
            $"The plan '{path}' has the seed '{recorded.Seed}', which is none.", "Mend the part 'seed'.");
        var time = TimeProvider.System;
        var place = RunPlace.Of(parsed.GetValue(output), time.GetLocalNow(), seed);
        if (Path.GetFullPath(path).StartsWith(
            Path.GetFullPath(place.Folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            throw new RejoinException(
                $"The plan '{path}' lies in the run folder '{place.Folder}', which the replay would replace.",
                "Give another folder with --out.");
        }

        var driver = new ReferenceDriver();
        var target = await RunTarget.ResolveAsync(
            choice, parsed.GetValue(tokenCommand), driver, interrupts.Stopping);
        var folder = RunFolder.Create(place.Folder, parsed.GetValue(force));
        using var work = new WorkFolder(folder);
        var isQuiet = parsed.GetValue(quiet);
        Announcement.Write(terminal, recorded.Sabotage, choice, isQuiet, seed, place);
        var options = new ReplayOptions
        {
            Run = new RunOptions
            {
                Target = target.Open(contract, folder, recorded.Sabotage),
                Driver = driver,
                Contract = target.Judgeable(contract),
                Folder = folder,
                Seed = seed,
                Scenarios = [],
                Rounds = 1,
                Sabotage = recorded.Sabotage,
                ToolVersion = ToolVersion.Text,
                Time = time,
            },
            Plan = recorded,
            Command = $"rejoin replay {ShellWord.Of(path)}",
        };
        return await new Execution(terminal, place, folder)
        {
            Verbosity = isQuiet ? Verbosity.Quiet : Verbosity.Normal,
            NoColour = parsed.GetValue(noColour),
            Json = parsed.GetValue(json),
        }.RunAsync(observer => ReplayExecutor.RunAsync(options, observer, interrupts.Stopping));
    }
}
