using System.Globalization;

namespace Rejoin.Statistics;

/// <summary>Verdict on "this percentile is below this limit".</summary>
/// <remarks>
/// <para>The percentile is below the limit exactly if fewer than 1 − q of all samples are at or over it. The share is
/// bounded exactly (<see cref="ClopperPearson"/>), from counts divided by the design effect over rounds
/// (<see cref="DesignEffect"/>). No shape of the distribution is assumed.</para>
/// <para>Rounds, not samples, are independent: with fewer than <see cref="MinimumRounds"/> the verdict is
/// unknown.</para>
/// </remarks>
public static class PercentileVerdict
{
    /// <summary>Rounds without which nothing is concluded.</summary>
    public const int MinimumRounds = 5;

    /// <summary>The verdict.</summary>
    /// <param name="samplesPerRound">Samples of each round; positive infinity stands for what never finished. Rounds
    /// without samples do not count.</param>
    /// <param name="percentile">Percentile, in (0, 100).</param>
    /// <param name="limit">Limit; a sample that equals it is not below it.</param>
    /// <param name="confidence">One-sided confidence of a pass or fail, in (0, 1).</param>
    /// <param name="id">Id of the estimate.</param>
    /// <param name="unit">Unit of the samples.</param>
    /// <exception cref="ArgumentException">A sample that is not a number.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A percentile or confidence out of its range.</exception>
    public static PercentileResult Judge(
        IReadOnlyList<IReadOnlyList<double>> samplesPerRound, double percentile, double limit, double confidence,
        string id, string unit)
    {
        ArgumentNullException.ThrowIfNull(samplesPerRound);
        var quantile = percentile / 100;
        Ranges.Probability(quantile, nameof(percentile));
        Ranges.Probability(confidence);
        double[] all = [.. samplesPerRound.SelectMany(round => round).Order()];
        Ranges.Samples(all, nameof(samplesPerRound));
        var rounds = samplesPerRound.Count(round => round.Count > 0);
        var over = all.Count(sample => sample >= limit);
        var effect = DesignEffect.OfRates(samplesPerRound.Select(
            round => (round.Count(sample => sample >= limit), round.Count)));
        var rate = all.Length == 0 ? (0, 1) : (
            ClopperPearson.Lower(over / effect, all.Length / effect, confidence),
            ClopperPearson.Upper(over / effect, all.Length / effect, confidence));
        var verdict = Conclude(rate, rounds, 1 - quantile);
        var more = verdict == Verdict.Unknown ? More(all.Length, over, rounds, effect, quantile, confidence) : null;
        return new()
        {
            Verdict = verdict,
            Estimate = Estimated(all, quantile, confidence, effect, rounds, id, unit),
            Limit = limit,
            Exceedances = over,
            ExceedanceRate = rate,
            Reason = verdict == Verdict.Unknown ? Reason(all.Length, rounds, more) : null,
            MoreSamples = more,
        };
    }

    private static Verdict Conclude((double Low, double High) rate, int rounds, double allowed) =>
        rounds < MinimumRounds ? Verdict.Unknown
        : rate.High < allowed ? Verdict.Pass
        : rate.Low > allowed ? Verdict.Fail
        : Verdict.Unknown;

    private static Estimate Estimated(
        double[] sorted, double quantile, double confidence, double effect, int rounds, string id, string unit)
    {
        var (low, high) = OrderStatisticInterval.Of(sorted, quantile, confidence, effect);
        var value = Percentile.OfSorted(sorted, quantile);
        return new()
        {
            Id = id,
            Value = value is { } finite && double.IsFinite(finite) ? value : null,
            Low = low is { } bound && double.IsFinite(bound) ? low : null,
            High = high,
            Confidence = confidence,
            Samples = sorted.Length,
            Rounds = rounds,
            DesignEffect = effect,
            Unit = unit,
        };
    }

    private static long? More(int count, int over, int rounds, double effect, double quantile, double confidence)
    {
        if (rounds < MinimumRounds)
        {
            return null;
        }

        var needed = RequiredSamples.ToDecide(over / (double)count, quantile, confidence);
        return needed is { } known ? Math.Max(1, (long)Math.Ceiling(known * effect) - count) : null;
    }

    private static string Reason(int count, int rounds, long? more)
    {
        var samples = count.ToString(CultureInfo.InvariantCulture);
        if (rounds < MinimumRounds)
        {
            return $"{samples} samples in {rounds} of at least {MinimumRounds} rounds: "
                + "the rounds, not the samples, are independent";
        }

        return more is { } known
            ? $"{samples} samples do not decide; about {known} more would, if they are alike"
            : $"{samples} samples do not decide, and the percentile is so close to the limit that no number would";
    }
}
