namespace Rejoin.Statistics;

/// <summary>Verdict on "one duration is less than so many times another", from ratios taken within blocks.</summary>
/// <remarks>What disturbs both sides of a block alike cancels. The median of the logarithms over all blocks is bounded
/// by <see cref="SignedRank"/>: no shape of their distribution is assumed but that it is symmetric.</remarks>
public static class RatioVerdict
{
    /// <summary>The verdict.</summary>
    /// <param name="ratiosPerRound">Ratio of each block, per round; more than 0, positive infinity stands for what
    /// never finished. Rounds without blocks do not count.</param>
    /// <param name="limit">Limit that the median ratio must be below; more than 0.</param>
    /// <param name="confidence">One-sided confidence of a pass or fail, in (0, 1).</param>
    /// <param name="id">Id of the estimate.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument out of its range.</exception>
    public static LimitResult Judge(
        IReadOnlyList<IReadOnlyList<double>> ratiosPerRound, double limit, double confidence, string id)
    {
        ArgumentNullException.ThrowIfNull(ratiosPerRound);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        double[] logarithms = [.. ratiosPerRound.SelectMany(round => round).Select(ratio => Math.Log(ratio))];
        if (logarithms.Any(value => double.IsNaN(value) || double.IsNegativeInfinity(value)))
        {
            throw new ArgumentOutOfRangeException(nameof(ratiosPerRound), "A ratio is not more than 0.");
        }

        var rounds = ratiosPerRound.Count(round => round.Count > 0);
        var (value, low, high) = SignedRank.Interval(logarithms, confidence);
        var edge = Math.Log(limit);
        var verdict = rounds < Evidence.MinimumRounds ? Verdict.Unknown
            : high < edge ? Verdict.Pass
            : low > edge ? Verdict.Fail
            : Verdict.Unknown;
        var more = verdict == Verdict.Unknown && rounds >= Evidence.MinimumRounds
            ? Evidence.More(logarithms.Length, value, value < edge ? high : low, edge)
            : null;
        return new()
        {
            Verdict = verdict,
            Limit = limit,
            Reason = verdict == Verdict.Unknown ? Evidence.Reason(logarithms.Length, "blocks", rounds, more) : null,
            More = more,
            Estimate = new()
            {
                Id = id, Value = Finite(value), Low = Finite(low), High = Finite(high), Confidence = confidence,
                Samples = logarithms.Length, Rounds = rounds, DesignEffect = 1, Unit = "×",
            },
        };
    }

    private static double? Finite(double? logarithm) =>
        logarithm is { } known && double.IsFinite(known) ? Math.Exp(known) : null;
}
