using MathNet.Numerics.Distributions;

namespace Rejoin.Statistics;

/// <summary>Interval of a quantile between two of the samples: exact, whatever the distribution is.</summary>
public static class OrderStatisticInterval
{
    /// <summary>Samples between which the quantile lies; a bound is null if so few samples cannot give it.</summary>
    /// <param name="samples">Samples in any order; infinity stands for what never finished.</param>
    /// <param name="quantile">Quantile, in (0, 1).</param>
    /// <param name="confidence">Confidence of each bound by itself, in (0, 1).</param>
    /// <param name="designEffect">Factor from <see cref="DesignEffect"/>; 1 = independent samples.</param>
    /// <exception cref="ArgumentException">A sample that is not a number.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An argument out of its range.</exception>
    /// <remarks>With a design effect, the ranks are those of as many samples as are worth independent ones, stretched
    /// outwards to all. Source: H. A. David, H. N. Nagaraja, Order Statistics, 3rd ed., §7.1.</remarks>
    public static (double? Low, double? High) Of(
        IEnumerable<double> samples, double quantile, double confidence, double designEffect = 1)
    {
        ArgumentNullException.ThrowIfNull(samples);
        Ranges.Probability(quantile);
        Ranges.Probability(confidence);
        ArgumentOutOfRangeException.ThrowIfLessThan(designEffect, 1);
        double[] sorted = [.. samples.Order()];
        Ranges.Samples(sorted, nameof(samples));
        var worth = (int)(sorted.Length / designEffect);
        var (low, high) = Ranks(worth, quantile, confidence);
        var stretch = worth == 0 ? 0 : sorted.Length / (double)worth;
        return (
            low is { } r ? sorted[Math.Max(1, (int)Math.Floor(r * stretch)) - 1] : null,
            high is { } s ? Finite(sorted[Math.Min(sorted.Length, (int)Math.Ceiling(s * stretch)) - 1]) : null);
    }

    /// <summary>Ranks, 1-based, of the samples that bound the quantile; null if n samples cannot.</summary>
    internal static (int? Low, int? High) Ranks(int count, double quantile, double confidence)
    {
        var error = 1 - confidence;
        var (below, above) = (0, count + 1);
        for (var (first, last) = (1, count); first <= last;)
        {
            var rank = (first + last) / 2;
            if (Binomial.CDF(quantile, count, rank - 1) <= error)
            {
                (below, first) = (rank, rank + 1);
            }
            else
            {
                last = rank - 1;
            }
        }

        for (var (first, last) = (1, count); first <= last;)
        {
            var rank = (first + last) / 2;
            if (1 - Binomial.CDF(quantile, count, rank - 1) <= error)
            {
                (above, last) = (rank, rank - 1);
            }
            else
            {
                first = rank + 1;
            }
        }

        return (below == 0 ? null : below, above > count ? null : above);
    }

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
