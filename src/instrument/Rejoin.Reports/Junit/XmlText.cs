using System.Text;
using System.Xml;

namespace Rejoin.Reports;

/// <summary>Texts that XML 1.0 can hold: what it cannot is made visible as U+FFFD.</summary>
/// <remarks>Source: XML 1.0 §2.2, production Char. Half a pair of surrogates, most control characters, U+FFFE and
/// U+FFFF
/// are illegal even as references.</remarks>
internal static class XmlText
{
    /// <summary>Text of several lines.</summary>
    public static string Of(string text) => string.Join('\n', text.Split('\n').Select(Line));

    /// <summary>Text of an attribute: one line, no space at either end, none doubled (xs:token).</summary>
    public static string Token(string text) => string.Join(
        ' ', Line(text).Split(' ', StringSplitOptions.RemoveEmptyEntries)) is { Length: > 0 } token ? token : "-";

    private static string Line(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in VisibleText.Of(text).EnumerateRunes())
        {
            var legal = rune.IsBmp ? XmlConvert.IsXmlChar((char)rune.Value) : rune.Value <= 0x10FFFF;
            clean.Append(legal ? rune : Rune.ReplacementChar);
        }

        return clean.ToString();
    }
}
