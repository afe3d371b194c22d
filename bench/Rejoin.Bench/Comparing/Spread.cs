namespace Rejoin.Bench;

/// <summary>Median and range of one number over the rounds.</summary>
/// <param name="Median">Median; of an even count the mean of the two in the middle.</param>
/// <param name="Min">Least.</param>
/// <param name="Max">Greatest.</param>
internal readonly record struct Spread(double Median, double Min, double Max)
{
    /// <summary>Spread of at least one value.</summary>
    public static Spread Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        var upper = sorted.Length / 2;
        var lower = (sorted.Length - 1) / 2;
        return new((sorted[lower] + sorted[upper]) / 2, sorted[0], sorted[^1]);
    }
}
