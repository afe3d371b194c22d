using MathNet.Numerics.Distributions;

namespace Rejoin.Statistics;

/// <summary>Interval of the centre of symmetric values between two means of pairs of them: Wilcoxon's signed ranks,
/// Hodges and Lehmann's estimate.</summary>
/// <remarks>The bounds themselves belong to the interval, which so keeps its confidence when values are equal (G. E.
/// Noether, Journal of the American Statistical Association 62 (1967), 184–188). Zeros need no rule of their own: the
/// bounds do not depend on where zero lies.</remarks>
public static class SignedRank
{
    /// <summary>Most values whose ranks are counted exactly; beyond them the normal distribution stands in, with a
    /// correction for continuity.</summary>
    public const int ExactAtMost = 50;

    /// <summary>Estimate and bounds; all null without values, a bound null if so few values cannot give it.</summary>
    /// <param name="values">Independent values; positive infinity stands for what never finished.</param>
    /// <param name="confidence">Confidence of each bound by itself, in (0, 1).</param>
    /// <exception cref="ArgumentException">A value that is not a number, or negative infinity.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A confidence out of its range.</exception>
    /// <remarks>Source: J. L. Hodges, E. L. Lehmann, Annals of Mathematical Statistics 34 (1963), 598–611.</remarks>
    public static (double? Value, double? Low, double? High) Interval(IEnumerable<double> values, double confidence)
    {
        ArgumentNullException.ThrowIfNull(values);
        Ranges.Probability(confidence);
        double[] sorted = [.. values.Order()];
        Ranges.Samples(sorted, nameof(values));
        if (sorted.Length == 0)
        {
            return (null, null, null);
        }

        if (double.IsNegativeInfinity(sorted[0]))
        {
            throw new ArgumentException("A value is negative infinity.", nameof(values));
        }

        var means = new PairMeans(sorted);
        var middle = (means.At((means.Count + 1) / 2) / 2) + (means.At((means.Count + 2) / 2) / 2);
        return Rank(sorted.Length, confidence) is { } rank
            ? (middle, means.At(rank), means.At(means.Count + 1 - rank))
            : (middle, null, null);
    }

    /// <summary>Rank, 1-based from either end, of the mean of a pair that is the bound; null if n values give
    /// none.</summary>
    internal static long? Rank(int count, double confidence)
    {
        var error = 1 - confidence;
        var rank = count <= ExactAtMost ? Exact(count, error) : Approximate(count, error);
        return rank < 1 ? null : rank;
    }

    /// <summary>How many sums of ranks are so improbable together: the least are the null distribution's, which has
    /// each rank with probability a half.</summary>
    private static long Exact(int count, double error)
    {
        var chances = new double[(count * (count + 1) / 2) + 1];
        chances[0] = 1;
        for (var rank = 1; rank <= count; rank++)
        {
            for (var sum = chances.Length - 1; sum >= 0; sum--)
            {
                chances[sum] = (chances[sum] + (sum >= rank ? chances[sum - rank] : 0)) / 2;
            }
        }

        var (number, total) = (0, chances[0]);
        while (total <= error)
        {
            total += chances[++number];
        }

        return number;
    }

    private static long Approximate(int count, double error)
    {
        var mean = count * (count + 1.0) / 4;
        var deviation = Math.Sqrt(count * (count + 1.0) * ((2.0 * count) + 1) / 24);
        return (long)Math.Floor(mean + (Normal.InvCDF(0, 1, error) * deviation) - 0.5) + 1;
    }
}
