using System.Globalization;
using System.Text.Json;
using Rejoin.Checks;
using Rejoin.Faults.Plans;

namespace Rejoin.Runner;

/// <summary>Everything that one trial of a sweep needs to be carried out again: a file of its own.</summary>
/// <remarks>Source: docs/reference/conversations.md.</remarks>
public sealed record ReplayPlan
{
    /// <summary>Version of the format that this code writes and reads.</summary>
    public const string CurrentSchema = "rejoin.replay/1";

    internal const string PlansName = "plans";

    /// <summary>Schema of the file.</summary>
    public string Schema { get; init; } = CurrentSchema;

    /// <summary>Version of the tool that wrote it.</summary>
    public required string Tool { get; init; }

    /// <summary>Seed, in the form that commands take.</summary>
    public required string Seed { get; init; }

    /// <summary>Trial, 1-based.</summary>
    public required int Trial { get; init; }

    /// <summary>Target: <c>embedded</c> or an address.</summary>
    public required string Target { get; init; }

    /// <summary>Planted bug; absent if there was none.</summary>
    public string? Sabotage { get; init; }

    /// <summary>Contract, as YAML.</summary>
    public required string Contract { get; init; }

    /// <summary>Conversation, as YAML.</summary>
    public required string Conversation { get; init; }

    /// <summary>Faults, as a plan of schema <c>rejoin.plan/1</c>.</summary>
    public required JsonElement Plan { get; init; }

    /// <summary>Ids of the checks that found something.</summary>
    public required IReadOnlyList<string> Findings { get; init; }

    /// <summary>What the trial did, in order: a replay must do the same.</summary>
    public required IReadOnlyList<string> Path { get; init; }

    /// <summary>Reads a file.</summary>
    /// <param name="path">Path of a plan file.</param>
    /// <exception cref="RejoinException">There is none, or it is none of this version.</exception>
    public static ReplayPlan Read(string path)
    {
        try
        {
            var plan = JsonSerializer.Deserialize(File.ReadAllBytes(path), RunJson.Default.ReplayPlan);
            return plan?.Schema == CurrentSchema ? plan : throw new RejoinException(
                $"'{path}' has the schema '{plan?.Schema}', not '{CurrentSchema}'.",
                "Use the version of rejoin that wrote it.");
        }
        catch (JsonException error)
        {
            throw new RejoinException(
                $"'{path}' is not a plan file: at '{error.Path}', line {error.LineNumber + 1}: {error.Message}",
                "Give a file from the folder 'plans' of a sweep.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new RejoinException(
                $"'{path}' cannot be read: {error.Message}", "Give a file from the folder 'plans' of a sweep.");
        }
    }

    /// <summary>The conversation.</summary>
    /// <exception cref="RejoinException">It is none that this tool reads.</exception>
    public ConversationScript ReadConversation()
    {
        var read = ScriptReader.Read(Conversation, "conversation");
        return read.Script ?? throw new RejoinException(
            "The plan's conversation cannot be read:"
                + string.Concat(read.Errors.Select(error => Environment.NewLine + "  " + error)),
            "Use the version of rejoin that wrote the plan.");
    }

    /// <summary>The contract.</summary>
    /// <exception cref="RejoinException">It is none that this tool reads.</exception>
    public Checks.Contract ReadContract()
    {
        var read = ContractReader.Read(Contract, "contract");
        return read.Contract ?? throw new RejoinException(
            "The plan's contract cannot be read:"
                + string.Concat(read.Errors.Select(error => Environment.NewLine + "  " + error)),
            "Use the version of rejoin that wrote the plan.");
    }

    /// <summary>The faults.</summary>
    /// <exception cref="RejoinException">They are no plan that this tool reads.</exception>
    public FaultPlan ReadFaults()
    {
        try
        {
            return FaultPlan.FromJson(Plan.GetRawText());
        }
        catch (FaultPlanException error)
        {
            throw new RejoinException(
                "The faults of the plan cannot be read:"
                    + string.Concat(error.Errors.Select(each => Environment.NewLine + "  " + each)),
                "Mend the part 'plan'; docs/reference/faults.md describes it.");
        }
    }

    /// <summary>Command that replays a trial of a run folder.</summary>
    internal static string CommandFor(RunFolder folder, string scenario, int trial) =>
        $"rejoin replay {ShellWord.Of(PathShown(folder.PathOf(NameOf(scenario, trial))))}";

    internal static ReplayPlan Of(
        SweepOptions options, FaultPlan plan, TrialResult result, TrialHistory history) => new()
        {
            Tool = options.Run.ToolVersion,
            Seed = options.Run.Seed.ToString(),
            Trial = result.Header.Trial,
            Target = options.TargetName,
            Sabotage = options.Run.Sabotage,
            Contract = ContractWriter.Write(options.Run.Contract),
            Conversation = options.Script.Text,
            Plan = JsonDocument.Parse(plan.ToJson()).RootElement,
            Findings = TracePath.FindingsOf(result),
            Path = TracePath.Of(history, TracePath.Repeats(plan)),
        };

    internal void Write(RunFolder folder)
    {
        var name = folder.PathOf(NameOf(
            ScriptScenario.NameOf(ReadConversation()), Trial));
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(name)!);
        File.WriteAllBytes(name, JsonSerializer.SerializeToUtf8Bytes(this, RunJson.Default.ReplayPlan));
    }

    private static string NameOf(string scenario, int trial) =>
        string.Create(CultureInfo.InvariantCulture, $"{PlansName}/{scenario}-{trial:0000}.json");

    private static string PathShown(string path)
    {
        var relative = System.IO.Path.GetRelativePath(Directory.GetCurrentDirectory(), path);
        return relative.Split(System.IO.Path.DirectorySeparatorChar)[0] == ".." ? path : relative;
    }
}
