using Rejoin.Runner;

namespace Rejoin.Reports;

/// <summary>What is unknown and what is missing, what was not judged and why, and what the numbers do not
/// cover.</summary>
internal static class DoubtTables
{
    private const int LinesAtMost = 60;

    public static void Write(HtmlWriter html, RunDocument run, IReadOnlyList<string> missing)
    {
        using (PageSection.Open(html, Anchor.Doubts, "Not decided"))
        {
            Part(html, "Unknown", "Promised, but the record does not decide it. The reason says what is missing.",
                Doubts.Unknown(run),
                run.Interrupted
                    ? "The run was interrupted: what it did not come to is not listed."
                    : "Nothing: what these scenarios look at was decided.");
            Part(html, "Not judged", "It has no effect on the verdict. The reason says whether the contract does not "
                    + "promise it, or this run gives it nothing to judge.",
                Doubts.NotJudged(run), "Nothing: the contract promises all that these scenarios look at.");
            Sentences(html, "Missing from the run folder", missing);
            Sentences(html, "Notes", run.Target.Notes);
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
            foreach (var sentence in sentences.Take(LinesAtMost))
            {
                html.Element(Tag.Item, sentence);
            }
        }
    }

    private static void Part(HtmlWriter html, string title, string says, IReadOnlyList<Doubt> doubts, string none)
    {
        html.Element(Tag.Heading3, title);
        html.Element(Tag.Paragraph, doubts.Count == 0 ? none : says, Attr.Class("says"));
        if (doubts.Count == 0)
        {
            return;
        }

        using (html.Open(Tag.Terms, Attr.Class("doubts")))
        {
            foreach (var doubt in doubts.Take(LinesAtMost))
            {
                using (html.Open(Tag.Div))
                {
                    html.Element(Tag.Term, doubt.What);
                    html.Element(Tag.Definition, doubt.Reason);
                }
            }
        }

        if (doubts.Count > LinesAtMost)
        {
            html.Element(Tag.Paragraph, $"{doubts.Count - LinesAtMost} more are in run.json.", Attr.Class("says"));
        }
    }
}
