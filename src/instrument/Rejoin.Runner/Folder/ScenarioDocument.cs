using Rejoin.Statistics;

namespace Rejoin.Runner;

/// <summary>The outcome of one scenario.</summary>
public sealed record ScenarioDocument
{
    /// <summary>Scenario.</summary>
    public required string Id { get; init; }

    /// <summary>Verdict.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>Why it is not a pass: one sentence; absent for a pass.</summary>
    public string? Reason { get; init; }

    /// <summary>Length of the scenario in milliseconds, its services' starts included; absent in folders of older
    /// versions, and of histories from elsewhere.</summary>
    public long? DurationMs { get; init; }

    /// <summary>Trials that were carried out.</summary>
    public required int Trials { get; init; }

    /// <summary>Resumes that succeeded.</summary>
    public required int Resumes { get; init; }

    /// <summary>Operations that were invoked.</summary>
    public required long Operations { get; init; }

    /// <summary>Cuts that were observed, by kind.</summary>
    public required IReadOnlyDictionary<string, int> Cuts { get; init; }

    /// <summary>Every check that the scenario names.</summary>
    public required IReadOnlyList<CheckDocument> Checks { get; init; }

    /// <summary>Objectives of the contract on this scenario.</summary>
    public required IReadOnlyList<ObjectiveDocument> Objectives { get; init; }

    /// <summary>Trials that could not be carried out to their end: they make the verdict unknown at best.</summary>
    public IReadOnlyList<BrokenTrialDocument> BrokenTrials { get; init; } = [];

    /// <summary>Coverage, if the scenario is a conversation that was cut everywhere; absent otherwise.</summary>
    public SweepDocument? Sweep { get; init; }

    /// <summary>Other numbers, without a limit.</summary>
    public required IReadOnlyList<EstimateDocument> Estimates { get; init; }

    /// <summary>How the times of the scenario are spread; empty in folders of older versions.</summary>
    public IReadOnlyList<DistributionDocument> Distributions { get; init; } = [];
}
