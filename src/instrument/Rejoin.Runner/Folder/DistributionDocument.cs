namespace Rejoin.Runner;

/// <summary>All samples of a quantity in few numbers: enough to draw how they are spread.</summary>
/// <remarks>Of <c>n</c> finite samples, sorted, and <c>k</c> values, value <c>i</c> (from 0) has the rank
/// 1 + round(i · (n − 1) / (k − 1)); with at most <see cref="ValuesAtMost"/> samples that is every one.</remarks>
/// <param name="Id">Quantity, with its group where there are some, as estimates name it:
/// <c>resume-latency moved</c>.</param>
/// <param name="Unit">Unit of the values.</param>
/// <param name="Samples">Samples, those that never finished included.</param>
/// <param name="Unfinished">Samples that never finished, and so are longer than every value.</param>
/// <param name="Values">Finite samples from the least to the greatest, evenly spread by rank.</param>
public sealed record DistributionDocument(
    string Id, string Unit, int Samples, int Unfinished, IReadOnlyList<double> Values)
{
    /// <summary>Most values of a distribution.</summary>
    public const int ValuesAtMost = 101;

    private const int Decimals = 3;

    /// <summary>The distribution of samples; infinity = never finished. Null if there are none.</summary>
    public static DistributionDocument? Of(string id, string unit, IReadOnlyList<double> samples)
    {
        ArgumentNullException.ThrowIfNull(samples);
        var finite = samples.Where(double.IsFinite).Order().ToList();
        var count = Math.Min(finite.Count, ValuesAtMost);
        return samples.Count == 0 ? null : new DistributionDocument(
            id, unit, samples.Count, samples.Count - finite.Count,
            [
                .. Enumerable.Range(0, count)
                    .Select(at => Math.Round(finite[Rank(at, count, finite.Count) - 1], Decimals)),
            ]);
    }

    /// <summary>The share of all samples that are at most a value of <see cref="Values"/>, 0 to 1.</summary>
    /// <param name="at">Index of the value, from 0.</param>
    public double ShareAtMost(int at) => (double)Rank(at, Values.Count, Samples - Unfinished) / Samples;

    private static int Rank(int at, int count, int of) =>
        count <= 1 ? of : 1 + (int)Math.Round((double)at * (of - 1) / (count - 1));
}
