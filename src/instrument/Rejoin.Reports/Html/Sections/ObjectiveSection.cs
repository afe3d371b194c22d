using System.Globalization;
using Rejoin.Runner;

namespace Rejoin.Reports;

/// <summary>The objectives: each value with its interval, drawn against its limit.</summary>
internal static class ObjectiveSection
{
    public static void Write(HtmlWriter html, RunDocument run)
    {
        var objectives = run.Scenarios
            .SelectMany(scenario => scenario.Objectives.Select(each => (scenario.Id, Objective: each))).ToList();
        if (objectives.Count == 0)
        {
            return;
        }

        using (PageSection.Open(html, Anchor.Objectives, "Objectives",
            "The bar is the confidence interval, the dot the estimate, the line the limit; the shaded side misses it."))
        using (html.Open(Tag.List, Attr.Class("objectives")))
        {
            foreach (var (scenario, objective) in objectives)
            {
                Row(html, scenario, objective);
            }
        }
    }

    private static void Row(HtmlWriter html, string scenario, ObjectiveDocument objective)
    {
        var look = VerdictLook.Of(objective.Verdict);
        using (html.Open(Tag.Item))
        {
            using (html.Open(Tag.Div, Attr.Class("name")))
            {
                html.Element(Tag.Span, look.Symbol, Attr.Class("mark " + look.Class), Attr.Decorative);
                html.Element(Tag.Strong, objective.Measure);
                html.Element(Tag.Span, ": " + look.Word, Attr.Class("spoken"));
                html.Text(" ");
                html.Element(Tag.Span, $"in {scenario}", Attr.Class("more"));
            }

            IntervalChart.Write(html, objective);
            using (html.Open(Tag.Div, Attr.Class("value")))
            {
                html.Element(Tag.Span, ObjectiveValue.Of(objective));
                html.Text(" ");
                html.Element(Tag.Span, Basis(objective), Attr.Class("more"));
            }
        }
    }

    private static string Basis(ObjectiveDocument objective)
    {
        var samples = string.Create(CultureInfo.InvariantCulture, $"{objective.Samples} samples")
            + (objective.Rounds is { } rounds ? $" of {Quantity.Count(rounds, "round")}" : "");
        return objective.Verdict is Statistics.Verdict.Pass ? samples
            : objective.Reason is { } reason ? $"{samples}; {reason}" : samples;
    }
}
