namespace Rejoin.Reports;

/// <summary>The drawings of a timeline's rows, each defined once and used by name: a row costs two elements.</summary>
/// <remarks>Lanes of 132 × 24: client at 14, link at 66, service at 118.</remarks>
internal static class TimelineMarks
{
    public const double Width = 132;
    public const double Height = 24;

    private static readonly (LaneMark Mark, string Class, string Shape)[] Shapes =
    [
        (LaneMark.ToService, "call", "M14 12H116M109 7.5L116 12L109 16.5"),
        (LaneMark.ToServiceUnknown, "doubt", "M14 12H24M30 12H40M46 12H56M62 12H72M78 12H88M104 8.5a3.5 3.5 0 1 1 "
            + "5 3.2q-1.6 .8 -1.6 2.6M107.4 17.2v.1"),
        (LaneMark.Answer, "call", "M118 12H16M23 7.5L16 12L23 16.5"),
        (LaneMark.Refusal, "bad", "M118 12H16M23 7.5L16 12L23 16.5M62 8l8 8M70 8l-8 8"),
        (LaneMark.Live, "live", "M118 12H18M23 9L18 12L23 15"),
        (LaneMark.Replay, "replay", "M118 10H20M118 14H20M25 6L16 12L25 18"),
        (LaneMark.CutToClient, "bad", "M118 12H76M60 6l12 12M72 6l-12 12M46 3v4M46 10v4M46 17v4"),
        (LaneMark.CutToService, "bad", "M14 12H56M60 6l12 12M72 6l-12 12M86 3v4M86 10v4M86 17v4"),
        (LaneMark.OnLink, "quiet", "M61 12a5 5 0 1 0 10 0a5 5 0 1 0 -10 0"),
        (LaneMark.ClientEnd, "bad", "M8 6l12 12M20 6l-12 12"),
        (LaneMark.OnClient, "quiet", "M9 12a5 5 0 1 0 10 0a5 5 0 1 0 -10 0"),
        (LaneMark.OnService, "quiet", "M113 12a5 5 0 1 0 10 0a5 5 0 1 0 -10 0"),
    ];

    public static void Define(HtmlWriter html)
    {
        using (html.Open(Tag.Drawing, Attr.Class("marks"), Attr.Decorative))
        {
            foreach (var (mark, look, shape) in Shapes)
            {
                using (html.Open(Tag.Symbol, Attr.Id(Of(mark)), Attr.ViewBox(Width, Height)))
                {
                    html.Empty(Tag.Path, Attr.Class("mark-" + look), Attr.Shape(shape));
                }
            }
        }
    }

    public static void Use(HtmlWriter html, LaneMark mark)
    {
        if (mark == LaneMark.None)
        {
            return;
        }

        using (html.Open(Tag.Drawing, Attr.Class("lane-mark"), Attr.ViewBox(Width, Height), Attr.Decorative))
        {
            html.Empty(Tag.Use, Attr.To(Of(mark)));
        }
    }

    private static Anchor Of(LaneMark mark) => Anchor.Symbol(mark.ToString());
}
