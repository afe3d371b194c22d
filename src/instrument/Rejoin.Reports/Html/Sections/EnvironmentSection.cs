using System.Globalization;
using Rejoin.Runner;

namespace Rejoin.Reports;

/// <summary>What was run, on what, and by which command line it can be run again.</summary>
internal static class EnvironmentSection
{
    public static void Write(HtmlWriter html, RunDocument run)
    {
        using (PageSection.Open(html, Anchor.Environment, "Environment"))
        using (html.Open(Tag.Terms, Attr.Class("environment")))
        {
            Line(html, "Service", run.Target.Service);
            Line(html, "Target", run.Target.Description
                + (run.Target.FreshProcessPerRound ? ", a fresh process for each round" : ", already running"));
            Line(html, "Driver", run.Target.Driver);
            Line(html, "Tool", $"rejoin {run.Tool}");
            Line(html, "Machine", string.Create(CultureInfo.InvariantCulture,
                $"{run.Environment.OperatingSystem}, {run.Environment.Architecture}, {run.Environment.Cores} cores, "
                + $"{run.Environment.MemoryMib} MiB, {run.Environment.Runtime}"));
            Line(html, "Started", run.Started.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)
                + " UTC");
            Line(html, "Rounds", run.Rounds.ToString(CultureInfo.InvariantCulture));
            Line(html, "Seed", run.Seed);
            foreach (var scenario in run.Scenarios.Where(each => each.Cuts.Count > 0))
            {
                Line(html, $"Cuts in {scenario.Id}", string.Join(", ", scenario.Cuts.Select(cut =>
                    string.Create(CultureInfo.InvariantCulture, $"{cut.Value} {cut.Key}"))));
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
}
