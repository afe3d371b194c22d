using System.Globalization;
using Rejoin.Checks;
using Rejoin.Runner;
using Rejoin.Statistics;

namespace Rejoin.Reports;

/// <summary>Every check with what it means and what its verdict rests on in each scenario; closed until somebody
/// asks.</summary>
internal static class CheckSection
{
    public static void Write(HtmlWriter html, RunDocument run, IReadOnlyList<FindingGroup> findings)
    {
        var checks = run.Scenarios.SelectMany(scenario => scenario.Checks.Select(check => (scenario.Id, Check: check)))
            .GroupBy(pair => pair.Check.Id).OrderBy(group => group.Key, StringComparer.Ordinal).ToList();
        using (PageSection.Open(html, Anchor.Evidence, "What each verdict rests on",
            "A pass rests on the number of times that the histories gave a check something to judge."))
        {
            foreach (var check in checks)
            {
                Check(html, [.. check], findings);
            }
        }
    }

    private static void Check(
        HtmlWriter html, List<(string Scenario, CheckDocument Check)> outcomes, IReadOnlyList<FindingGroup> findings)
    {
        var first = outcomes[0].Check;
        var judged = outcomes.Select(each => each.Check.Verdict).OfType<Verdict>().ToList();
        var look = VerdictLook.Of(judged.Count == 0 ? null : judged.Worst());
        using (html.Open(Tag.Details, Attr.Id(Anchor.Check(first.Id)), Attr.Class("check")))
        {
            using (html.Open(Tag.Summary))
            {
                html.Element(Tag.Span, look.Symbol, Attr.Class("mark " + look.Class), Attr.Decorative);
                html.Element(Tag.Strong, $"{first.Id} {first.Name}");
                html.Element(Tag.Span, ": " + look.Word, Attr.Class("spoken"));
                html.Text(" ");
                html.Element(Tag.Span, CheckCatalogue.Find(first.Id)?.Meaning ?? "", Attr.Class("meaning"));
            }

            using (html.Open(Tag.List))
            {
                foreach (var (scenario, check) in outcomes)
                {
                    Outcome(html, scenario, check, findings);
                }
            }

            using (html.Open(Tag.Paragraph))
            {
                html.Text("More: ");
                html.Element(Tag.Code, $"rejoin explain {first.Id}");
            }
        }
    }

    private static void Outcome(
        HtmlWriter html, string scenario, CheckDocument check, IReadOnlyList<FindingGroup> findings)
    {
        var look = VerdictLook.Of(check.Verdict);
        using (html.Open(Tag.Item))
        {
            html.Element(Tag.Span, look.Symbol, Attr.Class("mark " + look.Class), Attr.Decorative);
            html.Text(string.Create(CultureInfo.InvariantCulture,
                $"{scenario}: {look.Word}, judged {Quantity.Count(check.Opportunities, "time")}"));
            if (check.Reason is { } reason)
            {
                html.Text($" ({reason})");
            }

            if (findings.FirstOrDefault(each => each.First.Id == check.Id && each.First.Scenario == scenario)
                is { } group)
            {
                html.Text(", ");
                html.Element(Tag.Link, Quantity.Count(group.Count, "finding"), Attr.To(group.Anchor));
            }
        }
    }
}
