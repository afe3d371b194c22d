using System.Globalization;

namespace Rejoin.Reports;

/// <summary>A timeline on the page: time down, lanes of client, link and service, and beside them what
/// happened.</summary>
/// <remarks>An ordered list: read aloud it is a sequence of sentences; the lanes are drawn for the eye only.</remarks>
internal static class TimelineView
{
    public static void Write(HtmlWriter html, TrialTimeline timeline)
    {
        using (html.Open(Tag.Div, Attr.Class("lanes-head"), Attr.Decorative))
        {
            html.Element(Tag.Span, "ms", Attr.Class("at"));
            using (html.Open(Tag.Span, Attr.Class("names")))
            {
                html.Element(Tag.Span, "client");
                html.Element(Tag.Span, "link");
                html.Element(Tag.Span, "service");
            }

            html.Element(Tag.Span, "session " + string.Join(", ", timeline.Sessions), Attr.Class("what"));
        }

        using (html.Open(Tag.OrderedList, Attr.Class("timeline")))
        {
            foreach (var row in timeline.Rows)
            {
                Row(html, row);
            }
        }
    }

    private static void Row(HtmlWriter html, TimelineRow row)
    {
        var classes = "row" + (row.IsEvidence ? " evidence" : "") + (row.IsDown ? " down" : "")
            + (row.Mark == LaneMark.None ? " left-out" : "");
        using (html.Open(Tag.Item, Attr.Class(classes)))
        {
            html.Element(Tag.Span, row.AtMs.ToString("0.0", CultureInfo.InvariantCulture), Attr.Class("at"));
            using (html.Open(Tag.Span, Attr.Class("lanes")))
            {
                TimelineMarks.Use(html, row.Mark);
            }

            using (html.Open(Tag.Span, Attr.Class("what")))
            {
                html.Element(Tag.Strong, row.Words.What);
                html.Text(" ");
                html.Element(Tag.Span, row.Words.More, Attr.Class("more"));
                if (row.IsEvidence)
                {
                    html.Text(" ");
                    html.Element(Tag.Span, string.Create(CultureInfo.InvariantCulture, $"evidence, line {row.First}"),
                        Attr.Class("tag"));
                }
            }
        }
    }
}
