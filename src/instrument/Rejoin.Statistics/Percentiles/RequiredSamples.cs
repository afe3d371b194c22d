namespace Rejoin.Statistics;

/// <summary>How many samples a statement about a percentile needs.</summary>
public static class RequiredSamples
{
    /// <summary>Most samples that are asked for; beyond them the answer is that no number is known.</summary>
    public const long Maximum = 10_000_000;

    /// <summary>Smallest number of independent samples that proves the percentile below its limit when so many of them
    /// are at or over it.</summary>
    /// <param name="quantile">Quantile, in (0, 1).</param>
    /// <param name="confidence">One-sided confidence, in (0, 1).</param>
    /// <param name="exceedances">Samples at or over the limit; 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument out of its range.</exception>
    public static long ToPass(double quantile, double confidence, int exceedances = 0)
    {
        Ranges.Probability(quantile);
        Ranges.Probability(confidence);
        ArgumentOutOfRangeException.ThrowIfNegative(exceedances);
        return Smallest(exceedances + 1, count => ClopperPearson.Upper(exceedances, count, confidence) < 1 - quantile)
            ?? Maximum;
    }

    /// <summary>Smallest number of independent samples that decides, if the share of those at or over the limit stays
    /// what it is; null if more than <see cref="Maximum"/>.</summary>
    internal static long? ToDecide(double rate, double quantile, double confidence) => rate < 1 - quantile
        ? Smallest(1, count => ClopperPearson.Upper(rate * count, count, confidence) < 1 - quantile)
        : Smallest(1, count => ClopperPearson.Lower(rate * count, count, confidence) > 1 - quantile);

    /// <summary>Smallest number for which a condition holds that, once true, stays so.</summary>
    private static long? Smallest(long first, Func<long, bool> holds)
    {
        var high = first;
        while (!holds(high))
        {
            if (high > Maximum)
            {
                return null;
            }

            high *= 2;
        }

        var low = first - 1;
        while (high - low > 1)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = holds(middle) ? (low, middle) : (middle, high);
        }

        return high;
    }
}
