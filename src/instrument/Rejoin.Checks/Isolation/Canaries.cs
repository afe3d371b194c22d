using System.Buffers;

namespace Rejoin.Checks;

/// <summary>Canaries: <c>cn-</c> and 16 lower-case hexadecimal digits, a different one in all texts of each
/// session.</summary>
internal static class Canaries
{
    private const string Prefix = "cn-";
    private const int Length = 19;
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdef");

    public static bool IsOne(string text) => text.Length == Length && text.StartsWith(Prefix, StringComparison.Ordinal)
        && IsHexadecimal(text.AsSpan(Prefix.Length));

    /// <summary>First canary in the text that is not the session's own; null if there is none.</summary>
    public static string? Foreign(string? text, string own)
    {
        var rest = text.AsSpan();
        while (rest.IndexOf(Prefix, StringComparison.Ordinal) is var at && at >= 0 && at + Length <= rest.Length)
        {
            var found = rest.Slice(at, Length);
            if (IsHexadecimal(found[Prefix.Length..]))
            {
                if (!found.SequenceEqual(own))
                {
                    return found.ToString();
                }

                rest = rest[(at + Length)..];
            }
            else
            {
                rest = rest[(at + Prefix.Length)..];
            }
        }

        return null;
    }

    private static bool IsHexadecimal(ReadOnlySpan<char> text) => !text.ContainsAnyExcept(Digits);
}
