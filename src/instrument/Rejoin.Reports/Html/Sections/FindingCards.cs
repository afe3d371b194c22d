using System.Globalization;
using Rejoin.Checks;
using Rejoin.Runner;

namespace Rejoin.Reports;

/// <summary>The findings: what happened, what it means, the lines that show it, the trial drawn, and the command that
/// repeats it.</summary>
internal static class FindingCards
{
    public static void Write(
        HtmlWriter html, RunDocument run, IReadOnlyList<FindingGroup> findings, IEvidenceSource evidence)
    {
        if (findings.Count == 0)
        {
            return;
        }

        using (PageSection.Open(html, Anchor.Findings, "Findings",
            "The first of each check in each scenario stands for all of that kind."))
        {
            foreach (var group in findings.Take(FindingLimits.CardsAtMost))
            {
                Card(html, run, group, evidence);
            }

            if (findings.Count > FindingLimits.CardsAtMost)
            {
                html.Element(Tag.Paragraph, $"{findings.Count - FindingLimits.CardsAtMost} more kinds of findings are "
                    + "in run.json: " + string.Join(", ", findings.Skip(FindingLimits.CardsAtMost)
                        .Select(group => $"{group.First.Id} in {group.First.Scenario}")), Attr.Class("says"));
            }
        }
    }

    private static void Card(HtmlWriter html, RunDocument run, FindingGroup group, IEvidenceSource evidence)
    {
        var first = group.First;
        var look = group.IsFail ? "fail" : "unknown";
        using (html.Open(Tag.Article, Attr.Class("finding " + look), Attr.Id(group.Anchor),
            Attr.NamedBy(group.Anchor.Title)))
        {
            using (html.Open(Tag.Heading3, Attr.Id(group.Anchor.Title)))
            {
                html.Element(Tag.Span, "✗", Attr.Class("mark " + look), Attr.Decorative);
                html.Text($"{first.Id} {group.NameIn(run)}".TrimEnd());
                html.Text(" ");
                html.Element(Tag.Span, Where(group), Attr.Class("count"));
            }

            html.Element(Tag.Paragraph, first.Message, Attr.Class("message"));
            using (html.Open(Tag.Terms, Attr.Class("about")))
            {
                Line(html, "Promise", CheckCatalogue.Find(first.Id)?.Meaning);
                Line(html, "Hint", first.Hint);
                Line(html, "Evidence", first.Evidence.Count > 0 ? EvidenceLines.Of(first.Evidence) : null);
                Line(html, "More", Others(group));
                Line(html, "Repeat", first.Replay, isCommand: true);
                Line(html, "Explain", $"rejoin explain {first.Id}", isCommand: true);
            }

            Timeline(html, group, evidence);
        }
    }

    private static string Where(FindingGroup group) =>
        $"{Quantity.Count(group.Count, "finding")} in {group.First.Scenario}"
        + (group.First.Trial is { } trial
            ? string.Create(CultureInfo.InvariantCulture, $", {(group.Count > 1 ? "first in trial" : "trial")} {trial}")
            : "");

    private static string? Others(FindingGroup group)
    {
        if (group.Count == 1)
        {
            return null;
        }

        var trials = NumberRanges.Of(group.OtherTrials, ", ");
        if (trials.Length > FindingLimits.TrialsTextAtMost)
        {
            trials = trials[..trials.LastIndexOf(',', FindingLimits.TrialsTextAtMost)] + " and others";
        }
        else if (group.Findings.Count < group.Count)
        {
            trials += " and others";
        }

        var noun = group.OtherTrials.Count == 1 ? "trial" : "trials";
        return string.Create(CultureInfo.InvariantCulture, $"{group.Count - 1} of the same kind")
            + (group.OtherTrials.Count > 0 ? $" in {noun} {trials}" : "") + "; run.json lists the first.";
    }

    private static void Line(HtmlWriter html, string term, string? value, bool isCommand = false)
    {
        if (value is null)
        {
            return;
        }

        using (html.Open(Tag.Div))
        {
            html.Element(Tag.Term, term);
            using (html.Open(Tag.Definition))
            {
                if (isCommand)
                {
                    html.Element(Tag.Code, value, Attr.Class("command"));
                }
                else
                {
                    html.Text(value);
                }
            }
        }
    }

    private static void Timeline(HtmlWriter html, FindingGroup group, IEvidenceSource evidence)
    {
        var lines = group.First.Evidence.Select(EvidenceLine.Of).ToList();
        if (lines.Count == 0)
        {
            return;
        }

        if (group.Number > FindingLimits.TimelinesAtMost)
        {
            html.Element(Tag.Paragraph, $"Not drawn: a report draws {FindingLimits.TimelinesAtMost} timelines. "
                + $"The trial is recorded in {lines[0].File}.", Attr.Class("says"));
            return;
        }

        var file = lines[0].File;
        var source = evidence.Read(file);
        if (source.History is not { } history)
        {
            html.Element(Tag.Paragraph, $"No timeline: {source.Problem}", Attr.Class("says"));
            return;
        }

        var numbers = lines.Where(line => line.File == file).Select(line => line.Line).OfType<long>().ToHashSet();
        using (html.Open(Tag.Details, group.Number == 1 ? [Attr.Class("trial"), Attr.Open] : [Attr.Class("trial")]))
        {
            html.Element(Tag.Summary, string.Create(CultureInfo.InvariantCulture,
                $"What happened in trial {history.Header.Trial}"));
            TimelineView.Write(html, TrialTimeline.Of(history, numbers));
        }
    }
}
