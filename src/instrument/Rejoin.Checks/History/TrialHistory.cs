namespace Rejoin.Checks;

/// <summary>The ordered record of one trial.</summary>
public sealed record TrialHistory
{
    /// <summary>What the trial is.</summary>
    public required TrialHeader Header { get; init; }

    /// <summary>Every line, the header's included, in order.</summary>
    public required IReadOnlyList<HistoryEvent> Events { get; init; }
}
