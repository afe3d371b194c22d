namespace Rejoin.Statistics;

/// <summary>Whether a statistic is on the right side of its limit, and how that is known.</summary>
public sealed record LimitResult
{
    /// <summary>Pass: on the right side, with the confidence asked for. Fail: on the wrong one, with that confidence.
    /// Unknown: neither.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>The statistic with its interval.</summary>
    public required Estimate Estimate { get; init; }

    /// <summary>Limit, in the unit of the estimate.</summary>
    public required double Limit { get; init; }

    /// <summary>Why the verdict is unknown: one sentence; null if it is not.</summary>
    public string? Reason { get; init; }

    /// <summary>Samples, blocks or rounds that are still missing if they turn out like those that are there; null if
    /// the verdict is known, or if no number is known.</summary>
    public long? More { get; init; }
}
