using Rejoin.Runner;

namespace Rejoin.Reports;

/// <summary>One objective as a bar from one end of its interval to the other, against its limit.</summary>
internal static class IntervalChart
{
    private const double Width = 320;
    private const double Height = 28;
    private const double Middle = 14;

    /// <summary>Room at both edges, so that a dot at the end is whole.</summary>
    private const double Margin = 6;

    public static void Write(HtmlWriter html, ObjectiveDocument objective)
    {
        var scale = IntervalScale.Of(objective);
        var limit = Across(scale.Limit);
        var look = VerdictLook.Of(objective.Verdict).Class;
        using (html.Open(Tag.Drawing, Attr.Class("interval " + look), Attr.ViewBox(Width, Height), Attr.Decorative))
        {
            var (from, width) = scale.IsAbove ? (0, limit) : (limit, Width - limit);
            Box(html, "wrong", from, 4, width, Height - 8);
            Line(html, "axis", 0, Middle, Width, Middle);
            Line(html, "limit", limit, 1, limit, Height - 1);
            if (objective.Estimate is not { } estimate)
            {
                return;
            }

            var low = Across(objective.Low is { } least ? scale.Place(least) : objective.High is null
                ? scale.Place(estimate) : 0);
            var high = Across(objective.High is { } most ? scale.Place(most) : objective.Low is null
                ? scale.Place(estimate) : 1);
            Box(html, "bar", low, Middle - 4, Math.Max(high - low, 1), 8);
            html.Empty(Tag.Circle, Attr.Class("dot"),
                Attr.Measure(DrawingMeasure.CentreX, Across(scale.Place(estimate))),
                Attr.Measure(DrawingMeasure.CentreY, Middle), Attr.Measure(DrawingMeasure.Radius, 4.5));
        }
    }

    private static double Across(double share) => Margin + (share * (Width - (2 * Margin)));

    private static void Box(HtmlWriter html, string look, double x, double y, double width, double height) =>
        html.Empty(Tag.Rectangle, Attr.Class(look), Attr.Measure(DrawingMeasure.X, x),
            Attr.Measure(DrawingMeasure.Y, y), Attr.Measure(DrawingMeasure.Width, width),
            Attr.Measure(DrawingMeasure.Height, height));

    private static void Line(HtmlWriter html, string look, double x1, double y1, double x2, double y2) =>
        html.Empty(Tag.Line, Attr.Class(look), Attr.Measure(DrawingMeasure.X1, x1),
            Attr.Measure(DrawingMeasure.Y1, y1), Attr.Measure(DrawingMeasure.X2, x2),
            Attr.Measure(DrawingMeasure.Y2, y2));
}
