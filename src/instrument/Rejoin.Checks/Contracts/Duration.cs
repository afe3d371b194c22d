using System.Globalization;

namespace Rejoin.Checks;

/// <summary>Durations as contract files write them: a number and <c>ms</c>, <c>s</c>, <c>min</c> or <c>h</c>.</summary>
internal static class Duration
{
    public const string Allowed = "a number and ms, s, min or h, such as 500ms, 30s, 5min";

    private static readonly (string Unit, long Milliseconds)[] Units =
        [("ms", 1), ("min", 60_000), ("s", 1_000), ("h", 3_600_000)];

    // Over a hundred years, and far from what a TimeSpan can hold.
    private const decimal Longest = 4e12m;

    public static bool TryParse(string text, out TimeSpan value)
    {
        value = default;
        foreach (var (unit, milliseconds) in Units)
        {
            if (text.EndsWith(unit, StringComparison.Ordinal))
            {
                return TryScale(text[..^unit.Length], milliseconds, out value);
            }
        }

        return false;
    }

    public static string Format(TimeSpan value)
    {
        if (value.Ticks % TimeSpan.TicksPerMillisecond is not 0)
        {
            var exact = value.Ticks / (decimal)TimeSpan.TicksPerMillisecond;
            return exact.ToString(CultureInfo.InvariantCulture) + "ms";
        }

        var milliseconds = value.Ticks / TimeSpan.TicksPerMillisecond;
        var (unit, scale) = milliseconds switch
        {
            _ when milliseconds != 0 && milliseconds % 3_600_000 == 0 => ("h", 3_600_000L),
            _ when milliseconds != 0 && milliseconds % 60_000 == 0 => ("min", 60_000L),
            _ when milliseconds % 1_000 == 0 => ("s", 1_000L),
            _ => ("ms", 1L),
        };
        return string.Create(CultureInfo.InvariantCulture, $"{milliseconds / scale}{unit}");
    }

    /// <summary>A number of seconds, to the nearest tick of 100 ns.</summary>
    public static TimeSpan OfSeconds(double seconds) =>
        TimeSpan.FromTicks((long)Math.Round(seconds * TimeSpan.TicksPerSecond));

    private static bool TryScale(string number, long milliseconds, out TimeSpan value)
    {
        value = default;
        const NumberStyles Style = NumberStyles.AllowDecimalPoint;
        if (!decimal.TryParse(number.Trim(), Style, CultureInfo.InvariantCulture, out var amount)
            || amount > Longest / milliseconds)
        {
            return false;
        }

        // In whole ticks of 100 ns, to the nearest: binary fractions would lose one of them on the way out and in.
        value = TimeSpan.FromTicks((long)Math.Round(amount * milliseconds * TimeSpan.TicksPerMillisecond));
        return true;
    }
}
