namespace Rejoin.Statistics;

/// <summary>Whether a percentile is below its limit, and how that is known.</summary>
public sealed record PercentileResult
{
    /// <summary>Pass: below, with the confidence asked for. Fail: not below, with that confidence. Unknown:
    /// neither.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>The percentile with its interval.</summary>
    public required Estimate Estimate { get; init; }

    /// <summary>Limit that the percentile must be below, in the unit of the samples.</summary>
    public required double Limit { get; init; }

    /// <summary>Samples at or over the limit.</summary>
    public required int Exceedances { get; init; }

    /// <summary>Bounds of the share of samples at or over the limit, each with the confidence asked for.</summary>
    public required (double Low, double High) ExceedanceRate { get; init; }

    /// <summary>Why the verdict is unknown: one sentence; null if it is not.</summary>
    public string? Reason { get; init; }

    /// <summary>Samples that are still missing if the share at or over the limit stays what it is; null if the
    /// verdict is known, if rounds are missing instead, or if no number would do.</summary>
    public long? MoreSamples { get; init; }
}
