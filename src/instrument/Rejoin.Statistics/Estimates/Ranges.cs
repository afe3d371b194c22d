using System.Runtime.CompilerServices;

namespace Rejoin.Statistics;

/// <summary>Ranges that arguments of several methods must lie in.</summary>
internal static class Ranges
{
    /// <summary>In (0, 1).</summary>
    public static void Probability(double value, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        if (!(value > 0 && value < 1))
        {
            throw new ArgumentOutOfRangeException(name, value, "Must lie between 0 and 1, both excluded.");
        }
    }

    /// <summary>No sample is NaN; infinity stands for what never finished.</summary>
    public static void Samples(IEnumerable<double> samples,
        [CallerArgumentExpression(nameof(samples))] string? name = null)
    {
        if (samples.Any(double.IsNaN))
        {
            throw new ArgumentException("A sample is not a number.", name);
        }
    }
}
