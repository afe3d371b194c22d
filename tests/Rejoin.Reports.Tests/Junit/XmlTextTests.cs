using System.Text;
using System.Xml;

namespace Rejoin.Reports.Tests.Junit;

public sealed class XmlTextTests
{
    [Fact]
    public void Every_character_comes_out_legal()
    {
        for (var start = 0; start < 0x1_0000; start += 0x100)
        {
            var text = new string([.. Enumerable.Range(start, 0x100).Select(value => (char)value)]);
            XmlConvert.VerifyXmlChars(XmlText.Of(text));
            XmlConvert.VerifyXmlChars(XmlText.Token(text));
        }
    }

    [Fact]
    public void Pairs_of_surrogates_stay_and_halves_do_not() =>
        Assert.Equal("a😀b\uFFFDc\uFFFD", XmlText.Of("a😀b\uD83Dc\uDE00"));

    [Fact]
    public void Lines_stay_in_a_text_and_not_in_a_token()
    {
        Assert.Equal("a\nb", XmlText.Of("a\nb"));
        Assert.Equal("a b", XmlText.Token("  a \r\n\t b "));
        Assert.Equal("-", XmlText.Token(" \n"));
    }

    [Fact]
    public void A_text_is_cut_between_characters() =>
        Assert.StartsWith("ab… (", Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(Shortened.Of("ab😀cd", 3))),
            StringComparison.Ordinal);
}
