namespace Rejoin.Reports.Tests.Markdown;

public sealed class MarkdownTextTests
{
    [Theory]
    [InlineData("plain text, with 1.5 ms (and more)!", "plain text, with 1.5 ms (and more)!")]
    [InlineData("a * b _ c ` d", "a \\* b \\_ c \\` d")]
    [InlineData("[x](y)", "\\[x\\](y)")]
    [InlineData("<b> & |", "\\<b\\> &amp; \\|")]
    [InlineData("# title", "\\#\u2060 title")]
    [InlineData("- item", "\\- item")]
    [InlineData("1. item", "1\\. item")]
    [InlineData("1.5 ms", "1.5 ms")]
    [InlineData("see https://x.example", "see https\\://x.example")]
    [InlineData("see www.x.example", "see www\\.x.example")]
    [InlineData("@team", "@\u2060team")]
    [InlineData("two\nlines", "two lines")]
    [InlineData("$x$ ~y~", "\\$x\\$ \\~y\\~")]
    public void Markup_becomes_text(string text, string expected) => Assert.Equal(expected, MarkdownText.Of(text));

    [Theory]
    [InlineData("a", "`a`")]
    [InlineData("a`b", "`` a`b ``")]
    [InlineData("``", "``` `` ```")]
    public void Code_cannot_be_left(string text, string expected) => Assert.Equal(expected, MarkdownText.Code(text));

    [Fact]
    public void A_block_cannot_be_left() =>
        Assert.Equal("````sh\na ``` b\n````\n", MarkdownText.Block("a\n```\nb"));
}
