using System.CommandLine;
using Rejoin.Runner;

namespace Rejoin.Cli;

/// <summary>The command <c>run</c>: its options and the values that they get.</summary>
internal sealed class RunCommand : Command, IExplainedCommand
{
    private readonly Option<string?> target = NewOption.Text(
        "--target", "embedded|URL", "Service under test: 'embedded' starts the reference service as a child process, "
            + "a fresh one for every round; ws://… or wss://… is one that is running.",
        "the contract's target; without one, embedded");

    private readonly Option<string?> driver = NewOption.Text(
        "--driver", "reference|CMD", "Who speaks the service's protocol: 'reference' speaks rejoin.v1; a command "
            + "starts a program that obeys docs/reference/driver.md.",
        "the contract's driver; without one, reference");

    private readonly Option<string[]> scenarios = new DocumentedOption<string[]>(
        "--scenario",
        "Scenario to run; may be given several times, and they run in that order. See 'rejoin list scenarios'.",
        "all; with --sabotage the one that must catch the bug")
    {
        HelpName = "ID",
    };

    private readonly Option<Seed?> seed = SeedOption.New();

    private readonly Option<int?> trial = NewOption.Number(
        "--trial", 1, 1_000_000, "The one trial to repeat, 1 to 1000000; with its scenario and the seed of the run "
            + "that had it.", "all");

    private readonly Option<int> rounds = NewOption.Number(
        "--rounds", 1, 1_000, RunOptions.DefaultRounds, "Rounds, 1 to 1000, each against a fresh service process. "
            + "Fewer than 5 leave objectives unknown.");

    private readonly Option<int?> trials = NewOption.Number(
        "--trials", 1, 100_000, "Trials of a scenario in one round, 1 to 100000.", "as many as the scenario wants");

    private readonly Option<int> parallel = NewOption.Number(
        "--parallel", 1, 256, 8, "Trials at the same time, 1 to 256. Those of 'absence' wait together, so all of a "
            + "round run at once; 'repeated' runs one.");

    private readonly Option<string?> contract = NewOption.Text(
        "--contract", "FILE", "What the service promises (YAML).",
        "the reference service's; with a URL, what of that can be seen from outside");

    private readonly Option<bool> quick = NewOption.Flag(
        "--quick", "Stay away for shorter times: the service was started with windows that are shorter by the "
            + "contract's windows.quickScale. Needless with the embedded service, whose clock is moved.");

    private readonly Option<string?> sabotage = NewOption.Text(
        "--sabotage", "NAME", "Plant a bug in the embedded service, which must then be found. See 'rejoin list "
            + "sabotage'.", "none");

    private readonly Option<string?> output = NewOption.Text(
        "--out", "DIR", "Run folder; a link 'latest' is put beside it.",
        "runs/DATE-TIME-SEED, with the link in the current folder");

    private readonly Option<bool> force = NewOption.Flag("--force", "Replace a run that is in the run folder; anything "
        + "else in it is never replaced.");

    private readonly Option<string?> tokenCommand = NewOption.Text(
        "--token-command", "CMD", "Command that prints an access token; run with REJOIN_PRINCIPAL=1 and 2 in its "
            + "environment.");

    private readonly Option<bool> json = NewOption.Json("Write run.json to standard output in place of the summary.");

    private readonly Option<bool> quiet = NewOption.Quiet("No progress, and only the last line of the summary.");

    private readonly Option<bool> verbose = NewOption.Verbose("In place of bars: target, versions, the service of each "
        + "round, and a line for each trial with the faults that it met.");

    private readonly Option<bool> noColour = NewOption.NoColour();

    /// <summary>The command.</summary>
    public RunCommand(Terminal terminal)
        : base("run", "Cut and resume real connections to a service, record what each side saw, and judge the record.")
    {
        foreach (var option in new Option[]
        {
            target, driver, scenarios, seed, trial, rounds, trials, parallel, contract, quick, sabotage, output, force,
            tokenCommand, json, quiet, verbose, noColour,
        })
        {
            Add(option);
        }

        SetAction((parsed, _) => RunAction.RunAsync(Values(parsed), terminal));
    }

    /// <inheritdoc/>
    public string Examples => """
        Access tokens of a target are read from the environment variable REJOIN_TOKEN, several separated by white
        space, or come from --token-command: never from the command line, which other users of a machine can read.

        Examples:
          rejoin run
          rejoin run --scenario history --rounds 1
          rejoin run --scenario history --trial 17 --seed 0x5EED
          rejoin run --sabotage lose-acked --out out-lose-acked
          rejoin run --contract rejoin.yaml
          REJOIN_TOKEN="$A $B" rejoin run --target wss://example.org/ws --contract contract.yaml
        """;

    /// <inheritdoc/>
    public IReadOnlyList<int> ExitCodes => [.. ExitCodeText.OfJudgement, Runner.ExitCodes.Interrupted];

    private RunArguments Values(ParseResult parsed) => new()
    {
        Target = parsed.GetValue(target),
        Driver = parsed.GetValue(driver),
        Scenarios = parsed.GetValue(scenarios) ?? [],
        Seed = parsed.GetValue(seed),
        Trial = parsed.GetValue(trial),
        Rounds = parsed.GetValue(rounds),
        Trials = parsed.GetValue(trials),
        Parallel = parsed.GetValue(parallel),
        Contract = parsed.GetValue(contract),
        Quick = parsed.GetValue(quick),
        Sabotage = parsed.GetValue(sabotage),
        Out = parsed.GetValue(output),
        Force = parsed.GetValue(force),
        TokenCommand = parsed.GetValue(tokenCommand),
        Json = parsed.GetValue(json),
        Quiet = parsed.GetValue(quiet),
        Verbose = parsed.GetValue(verbose),
        NoColour = parsed.GetValue(noColour),
    };
}
