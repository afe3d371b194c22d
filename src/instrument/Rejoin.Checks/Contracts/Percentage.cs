using System.Globalization;

namespace Rejoin.Checks;

/// <summary>Shares as contract files write them: a number and <c>%</c>.</summary>
internal static class Percentage
{
    // What Format writes: twelve decimals of a percentage.
    private const int Decimals = 14;

    public const string Allowed = "a number and %, such as 95% or 2.5%";

    public static bool TryParse(string text, out double share)
    {
        share = 0;
        if (!text.EndsWith('%') || !decimal.TryParse(
            text[..^1].Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent))
        {
            return false;
        }

        share = (double)Math.Round(percent / 100, Decimals);
        return true;
    }

    public static string Format(double share) =>
        (((decimal)share) * 100).ToString("0.############", CultureInfo.InvariantCulture) + "%";
}
