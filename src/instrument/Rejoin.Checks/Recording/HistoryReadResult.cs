namespace Rejoin.Checks;

/// <summary>A history, or everything that is wrong with its file.</summary>
public sealed record HistoryReadResult
{
    /// <summary>The history; null if there is an error.</summary>
    public TrialHistory? History { get; init; }

    /// <summary>Errors in the order of lines, at most <see cref="HistoryLimits.Errors"/>; empty if it was
    /// read.</summary>
    public IReadOnlyList<HistoryError> Errors { get; init; } = [];
}
