using MathNet.Numerics.Distributions;

namespace Rejoin.Statistics;

/// <summary>Exact bounds of a probability, from the number of times that something happened.</summary>
/// <remarks>The numbers need not be whole: counts that were divided by a design effect are not. Source: C. J. Clopper,
/// E. S. Pearson, Biometrika 26 (1934), 404–413.</remarks>
public static class ClopperPearson
{
    /// <summary>Upper bound of the probability; 1 if it happened every time.</summary>
    /// <param name="times">Times that it happened, in [0, <paramref name="trials"/>].</param>
    /// <param name="trials">Times that it could have happened; more than 0.</param>
    /// <param name="confidence">One-sided confidence, in (0, 1).</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument out of its range.</exception>
    public static double Upper(double times, double trials, double confidence)
    {
        Check(times, trials, confidence);
        if (times >= trials)
        {
            return 1;
        }

        return times == 0
            ? 1 - Math.Pow(1 - confidence, 1 / trials)
            : Beta.InvCDF(times + 1, trials - times, confidence);
    }

    /// <summary>Lower bound of the probability; 0 if it never happened.</summary>
    /// <inheritdoc cref="Upper"/>
    public static double Lower(double times, double trials, double confidence)
    {
        Check(times, trials, confidence);
        if (times == 0)
        {
            return 0;
        }

        return times >= trials
            ? Math.Pow(1 - confidence, 1 / trials)
            : Beta.InvCDF(times, trials - times + 1, 1 - confidence);
    }

    private static void Check(double times, double trials, double confidence)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(trials);
        ArgumentOutOfRangeException.ThrowIfNegative(times);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(times, trials);
        Ranges.Probability(confidence);
    }
}
