using System.Globalization;

namespace Rejoin.Protocol;

/// <summary>The retry hint in the reason of a close frame: <c>retry-after-ms=N</c>.</summary>
/// <remarks>Source: protocol.md, "Close codes".</remarks>
public static class RetryHint
{
    private const string Prefix = "retry-after-ms=";
    private const long LongestMs = 3_600_000;

    /// <summary>Reason text for a delay, rounded up to whole milliseconds; at most one hour.</summary>
    public static string Format(TimeSpan delay) =>
        Prefix + ((long)Math.Clamp(Math.Ceiling(delay.TotalMilliseconds), 0, LongestMs))
            .ToString(CultureInfo.InvariantCulture);

    /// <summary>Delay that a reason asks for; null if it holds no readable hint.</summary>
    public static TimeSpan? Parse(string? reason)
    {
        if (reason is null || !reason.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return null;
        }

        return long.TryParse(reason.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var ms)
            ? TimeSpan.FromMilliseconds(Math.Min(ms, LongestMs))
            : null;
    }
}
