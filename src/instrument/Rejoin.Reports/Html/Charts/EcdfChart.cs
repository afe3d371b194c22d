using System.Text;
using Rejoin.Runner;

namespace Rejoin.Reports;

/// <summary>The empirical distribution of a scenario's recovery times: two curves, and the numbers that people ask
/// for.</summary>
internal static class EcdfChart
{
    private const double Width = 320;
    private const double Height = 170;
    private const double Left = 42;
    private const double Right = 8;
    private const double Top = 8;
    private const double Bottom = 24;

    private static readonly (string Id, string Class, string Name)[] Curves =
        [("resume-latency", "resume", "resume"), ("cut-to-restored", "restored", "from the cut")];

    public static void Write(HtmlWriter html, ScenarioDocument scenario, LogAxis axis)
    {
        var curves = Curves
            .Select(curve => (curve, scenario.Distributions.FirstOrDefault(each => each.Id == curve.Id)))
            .Where(pair => pair.Item2 is { Values.Count: > 0 }).ToList();
        using (html.Open(Tag.Figure))
        {
            using (html.Open(Tag.FigureCaption))
            {
                html.Element(Tag.Strong, scenario.Id);
                foreach (var (curve, _) in curves)
                {
                    html.Element(Tag.Span, Caption(scenario, curve.Id, curve.Name), Attr.Class("more"));
                }
            }

            using (html.Open(Tag.Drawing, Attr.Class("ecdf"), Attr.ViewBox(Width, Height), Attr.Decorative))
            {
                Grid(html, axis);
                foreach (var (curve, distribution) in curves)
                {
                    html.Empty(Tag.Path, Attr.Class("curve " + curve.Class), Attr.Shape(Steps(distribution!, axis)));
                }
            }
        }
    }

    /// <summary><c>resume: half within 8.43 ms, 95 % within 21.3 ms, 236 samples</c>.</summary>
    private static string Caption(ScenarioDocument scenario, string id, string name)
    {
        var distribution = scenario.Distributions.First(each => each.Id == id);
        var parts = new[] { ("p50", "half"), ("p95", "95 %") }
            .Select(each => (Of(scenario, $"{id} {each.Item1}"), each.Item2))
            .Where(pair => pair.Item1 is not null)
            .Select(pair => $"{pair.Item2} within {Quantity.Of(pair.Item1!.Estimate)} {pair.Item1.Unit}");
        return $"{name}: {string.Join(", ", parts)}; {Quantity.Count(distribution.Samples, "sample")}"
            + (distribution.Unfinished > 0 ? $", {distribution.Unfinished} never finished" : "");
    }

    private static EstimateDocument? Of(ScenarioDocument scenario, string id) =>
        scenario.Estimates.FirstOrDefault(estimate => estimate.Id == id);

    private static void Grid(HtmlWriter html, LogAxis axis)
    {
        foreach (var share in new[] { 0, 0.5, 0.95, 1 })
        {
            Line(html, "grid", Left, Up(share), Width - Right, Up(share));
            if (share != 0.95)
            {
                Name(html, "end", $"{Quantity.Chosen(share * 100)} %", Left - 5, Up(share) + 3.5);
            }
        }

        foreach (var (place, name) in axis.Ticks())
        {
            Line(html, "grid", Across(place), Top, Across(place), Height - Bottom);
            Name(html, place >= 1 ? "end" : "middle", name, place >= 1 ? Width : Across(place), Height - Bottom + 15);
        }
    }

    private static string Steps(DistributionDocument distribution, LogAxis axis)
    {
        var path = new StringBuilder();
        path.Append($"M{Attr.Number(Left)} {Attr.Number(Up(0))}");
        for (var at = 0; at < distribution.Values.Count; at++)
        {
            path.Append($"H{Attr.Number(Across(axis.Place(distribution.Values[at])))}");
            path.Append($"V{Attr.Number(Up(distribution.ShareAtMost(at)))}");
        }

        return path.Append($"H{Attr.Number(Width - Right)}").ToString();
    }

    private static double Across(double share) => Left + (share * (Width - Left - Right));

    private static double Up(double share) => Height - Bottom - (share * (Height - Bottom - Top));

    private static void Line(HtmlWriter html, string look, double x1, double y1, double x2, double y2) =>
        html.Empty(Tag.Line, Attr.Class(look), Attr.Measure(DrawingMeasure.X1, x1),
            Attr.Measure(DrawingMeasure.Y1, y1), Attr.Measure(DrawingMeasure.X2, x2),
            Attr.Measure(DrawingMeasure.Y2, y2));

    private static void Name(HtmlWriter html, string look, string text, double x, double y) =>
        html.Element(Tag.Label, text, Attr.Class(look), Attr.Measure(DrawingMeasure.X, x),
            Attr.Measure(DrawingMeasure.Y, y));
}
