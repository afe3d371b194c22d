using System.CommandLine;

namespace Rejoin.Cli;

/// <summary>The command <c>check</c>: its options and the values that they get.</summary>
internal sealed class CheckCommand : Command, IExplainedCommand
{
    private readonly Argument<string[]> paths = new("PATH")
    {
        Description = "Run folder, or folders and files of histories (.jsonl).",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string?> contract = NewOption.Text(
        "--contract", "FILE",
        "What the service promises (YAML); by default contract.yaml of the run folder, else the reference "
            + "service's contract.");

    private readonly Option<string?> output = NewOption.Text(
        "--out", "DIR", "Write a run folder of its own with the judgement and the histories; by default nothing "
            + "is written.");

    private readonly Option<bool> force = NewOption.Flag("--force", "Replace a run that is in that folder already.");

    private readonly Option<bool> json = NewOption.Json("Write the judgement as run.json to standard output in "
        + "place of the summary.");

    private readonly Option<bool> quiet = NewOption.Flag("--quiet", "Only the last line of the summary.");

    private readonly Option<bool> noColour = NewOption.NoColour();

    /// <summary>The command.</summary>
    public CheckCommand(Terminal terminal)
        : base("check", "Judge recorded histories again, without a service.")
    {
        Add(paths);
        foreach (var option in new Option[] { contract, output, force, json, quiet, noColour })
        {
            Add(option);
        }

        SetAction(parsed => CheckAction.Run(Values(parsed), terminal));
    }

    /// <inheritdoc/>
    public string Examples => """
        Examples:
          rejoin check latest
          rejoin check out --contract stricter.yaml
          rejoin check histories/history-0017.jsonl --json
          rejoin check recorded/*.jsonl --contract contract.yaml --out judged
        """;

    /// <inheritdoc/>
    public IReadOnlyList<int> ExitCodes => ExitCodeText.OfJudgement;

    private CheckArguments Values(ParseResult parsed) => new()
    {
        Paths = parsed.GetRequiredValue(paths),
        Contract = parsed.GetValue(contract),
        Out = parsed.GetValue(output),
        Force = parsed.GetValue(force),
        Json = parsed.GetValue(json),
        Quiet = parsed.GetValue(quiet),
        NoColour = parsed.GetValue(noColour),
    };
}
