namespace Rejoin.Statistics;

/// <summary>A statistic with the interval in which its true value lies.</summary>
public sealed record Estimate
{
    /// <summary>Id, such as <c>resume-latency p95</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Point estimate, in <see cref="Unit"/>; null if it has no finite value.</summary>
    public required double? Value { get; init; }

    /// <summary>Lower bound; null if the data give none.</summary>
    public required double? Low { get; init; }

    /// <summary>Upper bound; null if the data give none, which too few samples and unfinished ones do.</summary>
    public required double? High { get; init; }

    /// <summary>Confidence of each bound by itself (one-sided), in (0, 1).</summary>
    public required double Confidence { get; init; }

    /// <summary>Samples in all rounds.</summary>
    public required int Samples { get; init; }

    /// <summary>Rounds that have samples: the units of inference.</summary>
    public required int Rounds { get; init; }

    /// <summary>Factor by which samples of one round resemble each other more than samples of different rounds;
    /// 1 = not at all. The interval is that of samples / factor independent ones.</summary>
    public required double DesignEffect { get; init; }

    /// <summary>Unit of value and bounds, such as <c>s</c>.</summary>
    public required string Unit { get; init; }
}
