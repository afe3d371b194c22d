using System.Globalization;
using Rejoin.Runner;

namespace Rejoin.Reports;

/// <summary>The first screen: the verdict, its one sentence, what was accused first, and what was run on
/// what.</summary>
internal static class VerdictHeader
{
    public static void Write(HtmlWriter html, RunDocument run, IReadOnlyList<FindingGroup> findings)
    {
        var look = VerdictLook.Of(run.Verdict);
        using (html.Open(Tag.Header, Attr.Class("verdict " + look.Class)))
        {
            html.Element(Tag.Paragraph, $"Rejoin report · {run.Target.Service}", Attr.Class("kicker"));
            using (html.Open(Tag.Heading1))
            {
                html.Element(Tag.Span, look.Symbol, Attr.Class("symbol"), Attr.Decorative);
                html.Text(VerdictSentence.Word(run));
            }

            html.Element(Tag.Paragraph, Capital(VerdictSentence.Of(run)), Attr.Class("sentence"));
            First(html, run, findings);
            Sabotage(html, run);
            Facts(html, run);
        }
    }

    private static void First(HtmlWriter html, RunDocument run, IReadOnlyList<FindingGroup> findings)
    {
        if (findings.Count == 0)
        {
            return;
        }

        var group = findings[0];
        using (html.Open(Tag.Paragraph, Attr.Class("first")))
        {
            html.Element(Tag.Link, $"{group.First.Id} {group.NameIn(run)}".TrimEnd(), Attr.To(group.Anchor));
            html.Text($" in {group.First.Scenario}"
                + (group.First.Trial is { } trial ? $", trial {trial}: " : ": ") + group.First.Message);
        }
    }

    private static void Sabotage(HtmlWriter html, RunDocument run)
    {
        if (run.Sabotage is not { } bug)
        {
            return;
        }

        using (html.Open(Tag.Paragraph, Attr.Class("sabotage")))
        {
            html.Element(Tag.Strong, "Planted bug: ");
            html.Text($"the embedded service had the bug '{bug}' put into it. This run shows whether the bug is found, "
                + "not how good the service is.");
        }
    }

    private static void Facts(HtmlWriter html, RunDocument run)
    {
        using (html.Open(Tag.Terms, Attr.Class("facts")))
        {
            Fact(html, "Target", run.Target.Description);
            Fact(html, "Scenarios", Whole(run.Scenarios.Count));
            Fact(html, "Trials", Whole(run.Scenarios.Sum(each => (long)each.Trials)));
            Fact(html, "Cuts", Whole(run.Scenarios.Sum(each => each.Cuts.Values.Sum(count => (long)count))));
            Fact(html, "Resumes", Whole(run.Scenarios.Sum(each => (long)each.Resumes)));
            Fact(html, "Started", run.Started.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)
                + " UTC");
            Fact(html, "Took", Quantity.Seconds(run.DurationMs));
            Fact(html, "Seed", run.Seed);
        }
    }

    private static void Fact(HtmlWriter html, string term, string value)
    {
        using (html.Open(Tag.Div))
        {
            html.Element(Tag.Term, term);
            html.Element(Tag.Definition, value);
        }
    }

    private static string Whole(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Capital(string sentence) => char.ToUpperInvariant(sentence[0]) + sentence[1..];
}
