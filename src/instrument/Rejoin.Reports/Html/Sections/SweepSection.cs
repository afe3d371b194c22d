using System.Globalization;
using Rejoin.Runner;

namespace Rejoin.Reports;

/// <summary>How much of a conversation was cut: points that fired, by direction and kind, and those that did
/// not.</summary>
internal static class SweepSection
{
    private const int MissesAtMost = 60;

    public static void Write(HtmlWriter html, RunDocument run)
    {
        foreach (var scenario in run.Scenarios)
        {
            if (scenario.Sweep is { } sweep)
            {
                Write(html, sweep);
            }
        }
    }

    private static void Write(HtmlWriter html, SweepDocument sweep)
    {
        using (PageSection.Open(html, Anchor.Coverage, "Coverage", string.Create(
            CultureInfo.InvariantCulture,
            $"{sweep.Fired} of {sweep.Points} points of the conversation '{sweep.Conversation}' were cut as planned: "
                + $"{sweep.Frames.Count} frames and the opening handshake, {sweep.Kinds.Count} kinds of cuts.")))
        {
            using (html.Open(Tag.Terms, Attr.Class("environment")))
            {
                foreach (var each in sweep.Coverage)
                {
                    Line(html, $"{each.Kind}, {Towards(each.Direction)}", string.Create(
                        CultureInfo.InvariantCulture, $"{each.Fired} of {each.Points}"));
                }
            }

            Sentences(html, "Not cut as planned",
                [.. sweep.NotFired.Select(miss => $"trial {miss.Trial}, {miss.Point}: {miss.Reason}")]);
            Sentences(html, "Cut at a later try",
                [.. sweep.Retried.Select(each => string.Create(
                    CultureInfo.InvariantCulture,
                    $"trial {each.Trial}, {each.Point}: {each.Tries} tries; at first: {each.Reason}"))]);
            Sentences(html, "The undisturbed runs differ", sweep.MapDifferences);
        }
    }

    private static void Sentences(HtmlWriter html, string title, IReadOnlyList<string> sentences)
    {
        if (sentences.Count == 0)
        {
            return;
        }

        html.Element(Tag.Heading3, title);
        using (html.Open(Tag.List))
        {
            foreach (var sentence in sentences.Take(MissesAtMost))
            {
                html.Element(Tag.Item, sentence);
            }

            if (sentences.Count > MissesAtMost)
            {
                html.Element(Tag.Item, string.Create(
                    CultureInfo.InvariantCulture, $"and {sentences.Count - MissesAtMost} more: see run.json"));
            }
        }
    }

    private static void Line(HtmlWriter html, string term, string value)
    {
        using (html.Open(Tag.Div))
        {
            html.Element(Tag.Term, term);
            html.Element(Tag.Definition, value);
        }
    }

    private static string Towards(string direction) => direction == "c2s" ? "to the service" : "to the client";
}
