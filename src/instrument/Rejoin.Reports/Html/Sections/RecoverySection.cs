using Rejoin.Runner;

namespace Rejoin.Reports;

/// <summary>How long it takes to have everything back: one curve of all resumes for each scenario, on one
/// axis.</summary>
internal static class RecoverySection
{
    public static void Write(HtmlWriter html, RunDocument run)
    {
        var known = run.Scenarios.Where(each => each.Distributions is { Count: > 0 }).ToList();
        if (known.Count == 0)
        {
            return;
        }

        var axis = LogAxis.Of(known.SelectMany(each => each.Distributions).SelectMany(each => each.Values));
        using (PageSection.Open(html, Anchor.Recovery, "Recovery time",
            "Share of resumes that were done within a time. Solid: from the start of the reconnect attempt to the end "
            + "of the replay. Dashed: from the cut. Every chart has the same logarithmic axis."))
        using (html.Open(Tag.Div, Attr.Class("charts")))
        {
            foreach (var scenario in known)
            {
                EcdfChart.Write(html, scenario, axis);
            }
        }
    }
}
