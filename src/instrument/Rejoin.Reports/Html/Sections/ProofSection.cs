using Rejoin.Runner;

namespace Rejoin.Reports;

/// <summary>What a pass does not prove, for this run.</summary>
internal static class ProofSection
{
    public static void Write(HtmlWriter html, RunDocument run)
    {
        var cuts = run.Scenarios.Sum(each => each.Cuts.Values.Sum(count => (long)count));
        using (PageSection.Open(html, Anchor.Limits, "What a pass does not prove"))
        using (html.Open(Tag.List))
        {
            Line(html, "Only what was promised and exercised.",
                "What the contract does not promise is listed as not judged and has no effect on the verdict.");
            Line(html, "Only the places that were cut.",
                $"This run cut at {Quantity.Count(cuts, "place")}, drawn from seed {run.Seed}. Another seed cuts "
                + "elsewhere.");
            Line(html, "Only one machine and one network.",
                "A link inside one machine has no loss, no reordering and no middlebox.");
            Line(html, "Latency is that of this machine.",
                "Percentiles are judged with an interval; they say nothing about other hardware or other load.");
            Line(html, "Nothing about time that did not pass.",
                "Leaks that need days and faults that need several failures at once are not looked for.");
        }
    }

    private static void Line(HtmlWriter html, string claim, string because)
    {
        using (html.Open(Tag.Item))
        {
            html.Element(Tag.Strong, claim);
            html.Text(" " + because);
        }
    }
}
