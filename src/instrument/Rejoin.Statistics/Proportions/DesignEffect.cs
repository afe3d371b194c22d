namespace Rejoin.Statistics;

/// <summary>How much more samples of one round resemble each other than samples of different rounds.</summary>
public static class DesignEffect
{
    /// <summary>Variance of the rounds' rates over the variance that independent samples would have; at least
    /// 1.</summary>
    /// <remarks>1 also if it cannot be seen: fewer than two rounds, or it never or always happened. Rounds without
    /// trials are left out.</remarks>
    /// <param name="rounds">Per round: times that it happened, and times that it could have.</param>
    /// <exception cref="ArgumentOutOfRangeException">A negative number, or more times than trials.</exception>
    public static double OfRates(IEnumerable<(int Times, int Trials)> rounds)
    {
        ArgumentNullException.ThrowIfNull(rounds);
        return OfRates(rounds.Select(round => ((double)round.Times, round.Trials)).ToList());
    }

    /// <summary>The same for what can also happen in part.</summary>
    internal static double OfRates(IReadOnlyList<(double Times, int Trials)> rounds)
    {
        var used = rounds.Where(round => round.Trials > 0).ToArray();
        foreach (var (times, trials) in used)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(times, nameof(rounds));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(times, trials, nameof(rounds));
        }

        var count = used.Sum(round => (long)round.Trials);
        var rate = count == 0 ? 0 : used.Sum(round => round.Times) / count;
        if (used.Length < 2 || rate is 0 or 1)
        {
            return 1;
        }

        var rates = used.Select(round => round.Times / round.Trials).ToArray();
        var mean = rates.Average();
        var variance = rates.Sum(each => (each - mean) * (each - mean)) / (rates.Length - 1);
        var independent = rate * (1 - rate) / (count / (double)used.Length);
        return Math.Max(1, variance / independent);
    }
}
