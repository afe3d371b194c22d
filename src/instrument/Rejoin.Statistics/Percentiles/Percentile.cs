namespace Rejoin.Statistics;

/// <summary>Percentiles of samples, as point estimates.</summary>
public static class Percentile
{
    /// <summary>Smallest sample that at least so many percent of the samples do not exceed (nearest rank); null if
    /// there are no samples.</summary>
    /// <param name="samples">Samples in any order; infinity stands for what never finished.</param>
    /// <param name="percentile">Percentile, in (0, 100).</param>
    /// <exception cref="ArgumentException">A sample that is not a number.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A percentile out of its range.</exception>
    public static double? Of(IEnumerable<double> samples, double percentile)
    {
        ArgumentNullException.ThrowIfNull(samples);
        Ranges.Probability(percentile / 100, nameof(percentile));
        double[] sorted = [.. samples.Order()];
        Ranges.Samples(sorted, nameof(samples));
        return OfSorted(sorted, percentile / 100);
    }

    /// <summary>Percentile between the two samples that are nearest to it, in proportion (type 7); null if there are no
    /// samples.</summary>
    /// <inheritdoc cref="Of"/>
    public static double? Interpolated(IEnumerable<double> samples, double percentile)
    {
        ArgumentNullException.ThrowIfNull(samples);
        Ranges.Probability(percentile / 100, nameof(percentile));
        double[] sorted = [.. samples.Order()];
        Ranges.Samples(sorted, nameof(samples));
        if (sorted.Length == 0)
        {
            return null;
        }

        var place = percentile / 100 * (sorted.Length - 1);
        var (below, part) = ((int)place, place - Math.Floor(place));
        return part == 0 ? sorted[below] : (sorted[below] * (1 - part)) + (sorted[below + 1] * part);
    }

    /// <summary>Rank, 1-based, of a quantile among n samples.</summary>
    internal static int Rank(double quantile, int count) =>
        Math.Clamp((int)Math.Ceiling((quantile * count) - 1e-9), 1, count);

    internal static double? OfSorted(double[] sorted, double quantile) =>
        sorted.Length == 0 ? null : sorted[Rank(quantile, sorted.Length) - 1];
}
