using System.Globalization;

namespace Rejoin.Reports;

/// <summary>Numbers with as many digits as they mean something, and counted things in words.</summary>
internal static class Quantity
{
    /// <summary>A value with about three digits: <c>0.42</c>, <c>8.3</c>, <c>212</c>.</summary>
    public static string Of(double value) => value.ToString(
        Math.Abs(value) switch { >= 100 => "0", >= 10 => "0.#", >= 0.1 => "0.##", _ => "0.####" },
        CultureInfo.InvariantCulture);

    /// <summary>A value with its interval and unit: <c>212 ms [180, 260]</c>; one-sided: <c>[.., 260]</c>.</summary>
    public static string Of(double value, double? low, double? high, string unit)
    {
        var interval = (low, high) switch
        {
            (null, null) => "",
            _ => $" [{(low is { } from ? Of(from) : "..")}, {(high is { } to ? Of(to) : "..")}]",
        };
        return $"{Of(value)} {unit}".TrimEnd() + interval;
    }

    /// <summary>A count with its noun: <c>1 trial</c>, <c>2 trials</c>.</summary>
    public static string Count(long count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");

    /// <summary>A length of time in seconds: <c>14.2 s</c>.</summary>
    public static string Seconds(long milliseconds) =>
        string.Create(CultureInfo.InvariantCulture, $"{milliseconds / 1000.0:0.0} s");
}
