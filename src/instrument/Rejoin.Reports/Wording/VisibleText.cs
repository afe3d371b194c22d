using System.Text;

namespace Rejoin.Reports;

/// <summary>Texts of a service, made harmless: nothing in them can move a cursor or turn the direction of
/// reading.</summary>
internal static class VisibleText
{
    /// <summary>The text with control and direction characters made visible.</summary>
    public static string Of(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            var harmless = !char.IsControl(character)
                && character is not (>= '\u202A' and <= '\u202E') and not (>= '\u2066' and <= '\u2069')
                and not '\u2028' and not '\u2029' and not '\u200E' and not '\u200F' and not '\u061C';
            clean.Append(harmless ? character : character is '\n' or '\t' or '\r' ? ' ' : '\uFFFD');
        }

        return clean.ToString();
    }
}
