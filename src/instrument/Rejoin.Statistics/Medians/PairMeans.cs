namespace Rejoin.Statistics;

/// <summary>The means of all pairs of values, each value paired with itself too, in order; none is stored.</summary>
internal sealed class PairMeans(double[] sorted)
{
    /// <summary>Number of the means.</summary>
    public long Count { get; } = sorted.LongLength * (sorted.LongLength + 1) / 2;

    /// <summary>Mean of a rank, 1-based: the least number that so many means do not exceed, found by halving the
    /// numbers between the ends.</summary>
    public double At(long rank)
    {
        var (low, high) = (Order(sorted[0]), Order(sorted[^1]));
        while (low < high)
        {
            var middle = low + ((high - low) >> 1);
            (low, high) = NotOver(Value(middle)) >= rank ? (low, middle) : (middle + 1, high);
        }

        return Value(low);
    }

    private long NotOver(double value)
    {
        var (total, last) = (0L, sorted.Length - 1);
        for (var first = 0; first <= last; first++)
        {
            while (last >= first && (sorted[first] / 2) + (sorted[last] / 2) > value)
            {
                last--;
            }

            total += last - first + 1;
        }

        return total;
    }

    /// <summary>Whole numbers in the order of the numbers.</summary>
    private static Int128 Order(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        return bits < 0 ? (Int128)long.MinValue - bits : bits;
    }

    private static double Value(Int128 order) =>
        BitConverter.Int64BitsToDouble((long)(order < 0 ? (Int128)long.MinValue - order : order));
}
