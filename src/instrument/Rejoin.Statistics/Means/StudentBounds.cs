using MathNet.Numerics.Distributions;

namespace Rejoin.Statistics;

/// <summary>Bounds of a mean by Student's t, for values that are roughly normal, such as means of rounds.</summary>
public static class StudentBounds
{
    /// <summary>Mean and its bounds; the bounds are null for a single value.</summary>
    /// <param name="values">Independent values, at least one.</param>
    /// <param name="confidence">Confidence of each bound by itself, in (0, 1).</param>
    /// <exception cref="ArgumentException">No values, or one that is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A confidence out of its range.</exception>
    /// <remarks>Source: Student, Biometrika 6 (1908), 1–25.</remarks>
    public static (double Mean, double? Low, double? High) Of(IReadOnlyList<double> values, double confidence)
    {
        ArgumentNullException.ThrowIfNull(values);
        Ranges.Probability(confidence);
        if (values.Count == 0 || !values.All(double.IsFinite))
        {
            throw new ArgumentException("There are no values, or one is not finite.", nameof(values));
        }

        var mean = values.Average();
        if (values.Count == 1)
        {
            return (mean, null, null);
        }

        var variance = values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1);
        var half = StudentT.InvCDF(0, 1, values.Count - 1, confidence) * Math.Sqrt(variance / values.Count);
        return (mean, mean - half, mean + half);
    }
}
