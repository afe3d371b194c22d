using System.Globalization;

namespace Rejoin.Server;

/// <summary>The wording of option errors: where, what it is, what is allowed.</summary>
internal static class OptionRange
{
    public static void Check(List<string> errors, string name, long value, long low, long high) =>
        Require(
            errors,
            value >= low && value <= high,
            string.Create(CultureInfo.InvariantCulture, $"{name}: {value} is not in {low} to {high}."));

    public static void Require(List<string> errors, bool valid, string error)
    {
        if (!valid)
        {
            errors.Add(error);
        }
    }
}
