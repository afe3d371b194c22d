namespace Rejoin.Reports;

/// <summary>A part of the page: a heading that names it, and a place that links lead to.</summary>
internal static class PageSection
{
    public static HtmlWriter.Closing Open(HtmlWriter html, Anchor anchor, string title, string? says = null)
    {
        var closing = html.Open(Tag.Section, Attr.Id(anchor), Attr.NamedBy(anchor.Title));
        html.Element(Tag.Heading2, title, Attr.Id(anchor.Title));
        if (says is not null)
        {
            html.Element(Tag.Paragraph, says, Attr.Class("says"));
        }

        return closing;
    }
}
