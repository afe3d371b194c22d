using System.CommandLine;
using System.CommandLine.Parsing;
using Rejoin.Runner;

namespace Rejoin.Cli;

/// <summary>The command <c>sweep</c>: its options and the values that they get.</summary>
internal sealed class SweepCommand : Command, IExplainedCommand
{
    private readonly Option<string> conversation = new("--conversation")
    {
        Description = "Conversation that is cut: "
            + string.Join(", ", ConversationCatalogue.All.Select(script => script.Id))
            + ", or a YAML file. See 'rejoin list conversations'.",
        HelpName = "ID|FILE",
        DefaultValueFactory = _ => "history",
    };

    private readonly Option<SweepDepth> depth = new("--depth")
    {
        Description = "Places of each frame: boundary (between frames), regions (also in header and payload), bytes.",
        HelpName = "boundary|regions|bytes",
        DefaultValueFactory = _ => SweepDepth.Boundary,
    };

    private readonly Option<IReadOnlyList<SweepKind>> kinds = new("--kinds")
    {
        Description = "Kinds of cuts, separated by commas; by default all: "
            + string.Join(", ", SweepKind.All.Select(kind => kind.Id)) + ".",
        HelpName = "KIND,…",
        DefaultValueFactory = _ => SweepKind.All,
    };

    private readonly Option<bool> persistent = NewOption.Flag(
        "--persistent", "Cut at the same place of every connection, not of the first only.");

    private readonly Option<string> target = new("--target")
    {
        Description = "Service under test: 'embedded' starts the reference service here; else ws://… or wss://….",
        HelpName = "embedded|URL",
        DefaultValueFactory = _ => TargetName.Embedded,
    };

    private readonly Option<string?> contract = NewOption.Text(
        "--contract", "FILE", "What the service promises (YAML); by default the reference service's contract.");

    private readonly Option<string?> tokenCommand = NewOption.Text(
        "--token-command", "CMD", "Command that prints an access token; run with REJOIN_PRINCIPAL=1 and 2 in its "
            + "environment.");

    private readonly Option<Seed?> seed = SeedOption.New();

    private readonly Option<int> parallel = NewOption.Number(
        "--parallel", 1, 1_024, SweepOptions.DefaultParallel, "Trials at the same time.");

    private readonly Option<string?> sabotage = NewOption.Text(
        "--sabotage", "NAME", "Plant a bug in the embedded service, which must then be found. See 'rejoin list "
            + "sabotage'.");

    private readonly Option<string?> output = NewOption.Text(
        "--out", "DIR", "Run folder; by default runs/<date>-<time>-<seed>. A link 'latest' is put beside it.");

    private readonly Option<bool> force = NewOption.Flag("--force", "Replace a run that is in the run folder already.");

    private readonly Option<bool> keep = NewOption.Flag("--keep", "Keep the histories of trials that pass, too.");

    private readonly Option<bool> json = NewOption.Json("Write run.json to standard output in place of the summary.");

    private readonly Option<bool> quiet = NewOption.Flag("--quiet", "No progress, and only the last line of the "
        + "summary.");

    private readonly Option<bool> noColour = NewOption.NoColour();

    /// <summary>The command.</summary>
    public SweepCommand(Terminal terminal)
        : base("sweep", "Cut a conversation at every point where it can be cut, resume, and judge each time.")
    {
        depth.CustomParser = Depth;
        kinds.CustomParser = Kinds;
        foreach (var option in new Option[]
        {
            conversation, depth, kinds, persistent, target, contract, tokenCommand, seed, parallel, sabotage, output,
            force, keep, json, quiet, noColour,
        })
        {
            Add(option);
        }

        SetAction((parsed, _) => SweepAction.RunAsync(Values(parsed), terminal));
    }

    /// <inheritdoc/>
    public string Examples => """
        Every trial is one conversation whose first connection is cut at one point by one kind of cut. A trial that
        shows something leaves a plan in the folder 'plans' of the run folder; 'rejoin replay' carries it out again.

        Examples:
          rejoin sweep
          rejoin sweep --conversation agent-state --depth regions
          rejoin sweep --depth bytes --kinds fin,rst --parallel 32
          rejoin sweep --sabotage replay-off-by-one
          rejoin sweep --persistent
        """;

    /// <inheritdoc/>
    public IReadOnlyList<int> ExitCodes => [.. ExitCodeText.OfJudgement, Runner.ExitCodes.Interrupted];

    private static SweepDepth Depth(ArgumentResult result)
    {
        var text = result.Tokens.Count == 0 ? "boundary" : result.Tokens[0].Value;
        SweepDepth? depth = text switch
        {
            "boundary" => SweepDepth.Boundary,
            "regions" => SweepDepth.Regions,
            "bytes" => SweepDepth.Bytes,
            _ => null,
        };
        if (depth is null)
        {
            result.AddError($"--depth is '{text}'; allowed: boundary, regions, bytes.");
        }

        return depth ?? SweepDepth.Boundary;
    }

    private static IReadOnlyList<SweepKind> Kinds(ArgumentResult result)
    {
        var ids = result.Tokens.Count == 0 ? [] : result.Tokens[0].Value.Split(',');
        var unknown = ids.Where(id => SweepKind.Find(id) is null).ToList();
        if (unknown.Count > 0)
        {
            result.AddError($"--kinds names '{string.Join("', '", unknown)}'; allowed: "
                + string.Join(", ", SweepKind.All.Select(kind => kind.Id)) + ".");
        }

        return ids.Length == 0 ? SweepKind.All : [.. SweepKind.All.Where(kind => ids.Contains(kind.Id))];
    }

    private SweepArguments Values(ParseResult parsed) => new()
    {
        Conversation = parsed.GetRequiredValue(conversation),
        Depth = parsed.GetValue(depth),
        Kinds = parsed.GetRequiredValue(kinds),
        Persistent = parsed.GetValue(persistent),
        Target = parsed.GetRequiredValue(target),
        Contract = parsed.GetValue(contract),
        TokenCommand = parsed.GetValue(tokenCommand),
        Seed = parsed.GetValue(seed),
        Parallel = parsed.GetValue(parallel),
        Sabotage = parsed.GetValue(sabotage),
        Out = parsed.GetValue(output),
        Force = parsed.GetValue(force),
        Keep = parsed.GetValue(keep),
        Json = parsed.GetValue(json),
        Quiet = parsed.GetValue(quiet),
        NoColour = parsed.GetValue(noColour),
    };
}
