namespace Rejoin.Statistics;

/// <summary>Verdict on "the mean of rounds is below this limit".</summary>
/// <remarks>Each round counts once, as the mean of its values; rounds are compared by Student's t
/// (<see cref="StudentBounds"/>), so that nothing is assumed about what happens within one.</remarks>
public static class MeanVerdict
{
    /// <summary>The verdict.</summary>
    /// <param name="valuesPerRound">Finite values of each round. Rounds without values do not count.</param>
    /// <param name="limit">Limit that the mean must be below.</param>
    /// <param name="confidence">One-sided confidence of a pass or fail, in (0, 1).</param>
    /// <param name="id">Id of the estimate.</param>
    /// <param name="unit">Unit of the values.</param>
    /// <exception cref="ArgumentException">A value that is not finite.</exception>
    public static LimitResult Judge(
        IReadOnlyList<IReadOnlyList<double>> valuesPerRound, double limit, double confidence, string id, string unit)
    {
        ArgumentNullException.ThrowIfNull(valuesPerRound);
        Ranges.Probability(confidence);
        double[] means = [.. valuesPerRound.Where(round => round.Count > 0).Select(round => round.Average())];
        (double? Value, double? Low, double? High) none = default;
        var (value, low, high) = means.Length == 0 ? none : StudentBounds.Of(means, confidence);
        var verdict = means.Length < Evidence.MinimumRounds ? Verdict.Unknown
            : high < limit ? Verdict.Pass
            : low > limit ? Verdict.Fail
            : Verdict.Unknown;
        var more = verdict == Verdict.Unknown && means.Length >= Evidence.MinimumRounds
            ? Evidence.More(means.Length, value, high, limit)
            : null;
        var samples = valuesPerRound.Sum(round => round.Count);
        return new()
        {
            Verdict = verdict,
            Limit = limit,
            Reason = verdict != Verdict.Unknown ? null
                : means.Length < Evidence.MinimumRounds ? Evidence.Reason(samples, "values", means.Length, more)
                : Evidence.Reason(means.Length, "rounds", means.Length, more),
            More = more,
            Estimate = new()
            {
                Id = id, Value = value, Low = low, High = high, Confidence = confidence, Samples = samples,
                Rounds = means.Length, DesignEffect = 1, Unit = unit,
            },
        };
    }
}
