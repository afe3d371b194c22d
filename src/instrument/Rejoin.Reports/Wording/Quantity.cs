using System.Globalization;

namespace Rejoin.Reports;

/// <summary>Numbers with as many digits as they mean something, and counted things in words.</summary>
public static class Quantity
{
    private const string NoEnd = "–";

    /// <summary>A measured value with about three digits: <c>0.42</c>, <c>8.30</c>, <c>21.0</c>, <c>212</c>.</summary>
    public static string Of(double value) => double.IsInfinity(value) ? "∞" : value.ToString(
        Math.Abs(value) switch { >= 100 or 0 => "0", >= 10 => "0.0", >= 0.01 => "0.00", _ => "0.####" },
        CultureInfo.InvariantCulture);

    /// <summary>A value that somebody chose, such as a limit: <c>1.1</c>, <c>500</c>.</summary>
    public static string Chosen(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    /// <summary>A value with its interval: <c>212 [180, 260]</c>; without an upper end: <c>212 [180, –]</c>.</summary>
    public static string Of(double value, double? low, double? high)
    {
        var interval = (low, high) switch
        {
            (null, null) => "",
            _ => $" [{(low is { } from ? Of(from) : NoEnd)}, {(high is { } to ? Of(to) : NoEnd)}]",
        };
        return Of(value) + interval;
    }

    /// <summary>A count with its noun: <c>1 trial</c>, <c>2 trials</c>.</summary>
    public static string Count(long count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");

    /// <summary>A length of time in seconds: <c>14.2 s</c>.</summary>
    public static string Seconds(long milliseconds) =>
        string.Create(CultureInfo.InvariantCulture, $"{milliseconds / 1000.0:0.0} s");
}
