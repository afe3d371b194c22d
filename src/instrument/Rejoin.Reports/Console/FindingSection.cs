using Rejoin.Runner;
using Spectre.Console;

namespace Rejoin.Reports;

/// <summary>The findings: the first of each check with everything, the others counted.</summary>
internal static class FindingSection
{
    private const int ShownPerCheck = 2;
    private const int At = 2;
    private const int Indent = 12;

    public static void Write(ReportWriter writer, RunDocument run)
    {
        foreach (var group in run.Findings.GroupBy(finding => (finding.Id, finding.Scenario)))
        {
            foreach (var finding in group.Take(ShownPerCheck))
            {
                writer.EmptyLine();
                Write(writer, finding, NameOf(run, finding));
            }

            var all = FindingCount.Of(run, group.Key.Scenario, group.Key.Id);
            if (all > ShownPerCheck)
            {
                writer.Text($"and {all - Math.Min(group.Count(), ShownPerCheck)} more of {group.Key.Id}: see "
                    + "run.json", At);
            }
        }
    }

    private static void Write(ReportWriter writer, FindingDocument finding, string? name)
    {
        var label = name is null ? $"{finding.Id}:" : $"{finding.Id} {name}:";
        writer.Line(label, finding.Severity == "fail" ? Color.Red : Color.Yellow, finding.Message, At);
        writer.Named(
            "where",
            finding.Trial is { } trial ? $"{finding.Scenario}, trial {trial}" : finding.Scenario,
            Indent,
            At);
        if (finding.Evidence.Count > 0)
        {
            writer.Named("evidence", EvidenceLines.Of(finding.Evidence), Indent, At);
        }

        writer.Named("hint", finding.Hint, Indent, At);
        if (finding.Replay is { } replay)
        {
            writer.Verbatim("repeat", replay, Indent, At);
        }
    }

    private static string? NameOf(RunDocument run, FindingDocument finding) => run.Scenarios
        .Where(scenario => scenario.Id == finding.Scenario)
        .SelectMany(scenario => scenario.Checks)
        .FirstOrDefault(check => check.Id == finding.Id)?.Name;
}
