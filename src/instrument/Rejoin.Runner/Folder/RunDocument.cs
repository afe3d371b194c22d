using Rejoin.Statistics;

namespace Rejoin.Runner;

/// <summary>The content of <c>run.json</c>: what was run, on what, and what came out.</summary>
/// <remarks>Published as docs/reference/run.schema.json.</remarks>
public sealed record RunDocument
{
    /// <summary>Version of the format that this code writes.</summary>
    public const string CurrentSchema = "rejoin.run/1";

    /// <summary>Schema of the document.</summary>
    public string Schema { get; init; } = CurrentSchema;

    /// <summary>Version of the tool.</summary>
    public required string Tool { get; init; }

    /// <summary>Start of the run, UTC.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>Length of the run in milliseconds.</summary>
    public required long DurationMs { get; init; }

    /// <summary>Verdict over all scenarios.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>Exit code of the command.</summary>
    public required int ExitCode { get; init; }

    /// <summary>Whether the run was stopped before its end.</summary>
    public required bool Interrupted { get; init; }

    /// <summary>Seed, in the form that commands take.</summary>
    public required string Seed { get; init; }

    /// <summary>Rounds that were asked for.</summary>
    public required int Rounds { get; init; }

    /// <summary>The one trial that was repeated; absent if all were run.</summary>
    public int? Trial { get; init; }

    /// <summary>Planted bug; absent if there was none.</summary>
    public string? Sabotage { get; init; }

    /// <summary>Comparison with the judgement that was recorded before; absent for a run, and for histories from
    /// elsewhere.</summary>
    public RejudgedDocument? Rejudged { get; init; }

    /// <summary>Service under test.</summary>
    public required TargetDocument Target { get; init; }

    /// <summary>Machine and runtime.</summary>
    public required EnvironmentDocument Environment { get; init; }

    /// <summary>Outcome of each scenario.</summary>
    public required IReadOnlyList<ScenarioDocument> Scenarios { get; init; }

    /// <summary>Every finding, the worst first.</summary>
    public required IReadOnlyList<FindingDocument> Findings { get; init; }
}
