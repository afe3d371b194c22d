using Rejoin.Runner;

namespace Rejoin.Reports;

/// <summary>A run as one HTML file: no network, no other file, the verdict first.</summary>
/// <remarks>Everything comes from the run folder: its document, and the histories that findings point to. The size is
/// bounded whatever the number of trials: trials are counted, and only the first of each kind of finding is drawn
/// (<see cref="FindingLimits"/>). What is left out is said.</remarks>
internal static class HtmlReport
{
    /// <summary>Writes the report.</summary>
    /// <param name="source">Run.</param>
    /// <param name="output">Where to.</param>
    public static void Write(ReportSource source, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(output);
        Write(output, source.Run, source.Missing, new FolderEvidence(source.Folder));
    }

    internal static void Write(
        TextWriter output, RunDocument run, IReadOnlyList<string> missing, IEvidenceSource evidence)
    {
        var html = new HtmlWriter(output);
        html.DocumentType();
        using (html.Open(Tag.Html, Attr.Language("en")))
        {
            Head(html, run);
            using (html.Open(Tag.Body))
            {
                TimelineMarks.Define(html);
                Body(html, run, missing, evidence);
            }
        }
    }

    private static void Head(HtmlWriter html, RunDocument run)
    {
        using (html.Open(Tag.Head))
        {
            html.Empty(Tag.Meta, Attr.Encoding("utf-8"));
            html.Empty(Tag.Meta, Attr.Rule("Content-Security-Policy"), Attr.Content(
                $"default-src 'none'; style-src {ReportAsset.Style.Source}; script-src {ReportAsset.Script.Source}; "
                + "base-uri 'none'; form-action 'none'"));
            html.Empty(Tag.Meta, Attr.Named("viewport"), Attr.Content("width=device-width, initial-scale=1"));
            html.Empty(Tag.Meta, Attr.Named("color-scheme"), Attr.Content("light dark"));
            html.Empty(Tag.Meta, Attr.Named("referrer"), Attr.Content("no-referrer"));
            html.Element(Tag.Title, $"{VerdictSentence.Label(run)}: {run.Target.Service}, seed {run.Seed}");
            html.Asset(ReportAsset.Style);
        }
    }

    private static void Body(
        HtmlWriter html, RunDocument run, IReadOnlyList<string> missing, IEvidenceSource evidence)
    {
        var findings = FindingGroup.Of(run);
        html.Element(Tag.Link, "Skip to the findings", Attr.Class("skip"),
            Attr.To(findings.Count > 0 ? Anchor.Findings : Anchor.Doubts));
        VerdictHeader.Write(html, run, findings);
        using (html.Open(Tag.Main))
        {
            MatrixSection.Write(html, run, findings);
            ObjectiveSection.Write(html, run);
            RecoverySection.Write(html, run);
            SweepSection.Write(html, run);
            FindingCards.Write(html, run, findings, evidence);
            DoubtTables.Write(html, run, missing);
            CheckSection.Write(html, run, findings);
            EnvironmentSection.Write(html, run);
            ProofSection.Write(html, run);
        }

        html.Asset(ReportAsset.Script);
    }
}
