namespace Rejoin.Reports.Tests.Html;

public sealed class HtmlWriterTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;")]
    [InlineData("\" onload='x'", "&quot; onload=&#39;x&#39;")]
    [InlineData("a & b", "a &amp; b")]
    [InlineData("a\u202Eb\u0000c\u001b[2J", "a\uFFFDb\uFFFDc\uFFFD[2J")]
    [InlineData("a\u200Eb\u200F\u061C", "a\uFFFDb\uFFFD\uFFFD")]
    [InlineData("a\r\nb", "a  b")]
    public void Texts_are_escaped(string text, string written) =>
        Assert.Equal($"<p>{written}</p>\n", Written(html => html.Element(Tag.Paragraph, text)));

    [Fact]
    public void Attributes_are_escaped_and_places_have_safe_names() => Assert.Equal(
        "<a href=\"#check--b--\" title=\"&quot;&gt;&lt;b&gt;\">x</a>",
        Written(html => html.Element(Tag.Link, "x", Attr.To(Anchor.Check("<b>\"")), Attr.Hint("\"><b>"))));

    [Fact]
    public void A_long_text_is_cut_and_says_so()
    {
        var written = Written(html => html.Text(new string('x', 5_000)));
        Assert.EndsWith("x … (1000 characters left out)", written, StringComparison.Ordinal);
        Assert.Equal(HtmlWriter.TextAtMost, written.Count(letter => letter == 'x'));
    }

    [Fact]
    public void No_element_can_run_or_load_anything()
    {
        string[] dangerous = ["script", "style", "iframe", "img", "object", "embed", "link", "base", "form", "image",
            "foreignObject", "animate", "set"];
        var names = typeof(Tag).GetProperties().Where(property => property.PropertyType == typeof(Tag))
            .Select(property => ((Tag)property.GetValue(null)!).Name);
        Assert.Empty(names.Intersect(dangerous));
    }

    [Fact]
    public void Assets_cannot_end_their_element() => Assert.All(
        new[] { ReportAsset.Style, ReportAsset.Script },
        asset => Assert.DoesNotContain("</", asset.Content, StringComparison.Ordinal));

    private static string Written(Action<HtmlWriter> write)
    {
        using var output = new StringWriter();
        write(new HtmlWriter(output));
        return output.ToString();
    }
}
