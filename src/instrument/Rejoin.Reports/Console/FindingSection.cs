using Rejoin.Checks;
using Rejoin.Runner;
using Spectre.Console;

namespace Rejoin.Reports;

/// <summary>The findings, grouped by check and scenario: how many, the first with its evidence and the command that
/// repeats it, and where the others are.</summary>
internal static class FindingSection
{
    private const int At = 2;
    private const int Indent = 12;

    public static void Write(ReportWriter writer, RunDocument run)
    {
        foreach (var group in run.Findings.GroupBy(finding => (finding.Id, finding.Scenario)))
        {
            writer.EmptyLine();
            Write(writer, run, [.. group]);
        }
    }

    private static void Write(ReportWriter writer, RunDocument run, List<FindingDocument> findings)
    {
        var first = findings[0];
        var count = FindingCount.Of(run, first.Scenario, first.Id);
        var where = $"{Quantity.Count(count, "finding")} in {first.Scenario}"
            + (first.Trial is { } trial ? $", {(count > 1 ? "first in trial" : "trial")} {trial}" : "");
        var label = NameOf(run, first) is { } name ? $"✗ {first.Id} {name}:" : $"✗ {first.Id}:";
        writer.Line(label, first.Severity == "fail" ? Color.Red : Color.Yellow, where, At);
        writer.Text(first.Message, At);
        if (first.Evidence.Count > 0)
        {
            writer.Named("evidence", EvidenceLines.Of(first.Evidence), Indent, At);
        }

        writer.Named("hint", first.Hint, Indent, At);
        if (first.Replay is { } replay)
        {
            writer.Verbatim("repeat", replay, Indent, At);
        }

        var others = findings.Skip(1).Select(finding => (long?)finding.Trial).OfType<long>()
            .Where(other => other != first.Trial).Distinct().Order().ToList();
        if (count > 1)
        {
            // A document lists the first of each check and counts all.
            var trials = others.Count == 0 ? ""
                : $" in {(others.Count == 1 ? "trial" : "trials")} {NumberRanges.Of(others, ", ")}"
                    + (findings.Count < count ? " and others" : "");
            writer.Named("more", $"{count - 1}{trials}: see run.json", Indent, At);
        }
    }

    private static string? NameOf(RunDocument run, FindingDocument finding) => run.Scenarios
        .Where(scenario => scenario.Id == finding.Scenario)
        .SelectMany(scenario => scenario.Checks)
        .FirstOrDefault(check => check.Id == finding.Id)?.Name ?? CheckCatalogue.Find(finding.Id)?.Name;
}
