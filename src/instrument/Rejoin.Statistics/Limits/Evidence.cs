using System.Globalization;

namespace Rejoin.Statistics;

/// <summary>What is said when the evidence does not carry a verdict.</summary>
internal static class Evidence
{
    /// <summary>Rounds without which nothing is concluded.</summary>
    public const int MinimumRounds = PercentileVerdict.MinimumRounds;

    /// <summary>Most that is asked for; beyond it the answer is that no number is known.</summary>
    private const double MoreAtMost = 10_000_000;

    public static string Reason(long count, string unit, int rounds, long? more)
    {
        var counted = string.Create(CultureInfo.InvariantCulture, $"{count} {unit}");
        if (rounds < MinimumRounds)
        {
            return $"{counted} in {rounds} of at least {MinimumRounds} rounds: "
                + "the rounds are what is independent";
        }

        return more is { } known
            ? string.Create(
                CultureInfo.InvariantCulture, $"{counted} do not decide; about {known} more would, if they are alike")
            : $"{counted} do not decide, and the value is so close to the limit that no number would";
    }

    /// <summary>How many more shrink the distance between estimate and bound to that between estimate and limit:
    /// it shrinks with the square root of their number.</summary>
    public static long? More(long count, double? value, double? bound, double limit)
    {
        if (value is not { } known || bound is not { } end || !double.IsFinite(known) || !double.IsFinite(end))
        {
            return null;
        }

        var factor = Math.Abs(end - known) / Math.Abs(limit - known);
        var needed = Math.Floor(count * factor * factor) + 1;
        return needed <= MoreAtMost ? Math.Max(1, (long)needed - count) : null;
    }
}
