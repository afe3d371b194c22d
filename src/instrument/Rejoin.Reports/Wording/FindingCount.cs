using Rejoin.Runner;

namespace Rejoin.Reports;

/// <summary>How many findings there are: a document lists the first of each check and counts all.</summary>
internal static class FindingCount
{
    /// <summary>Findings of one check in one scenario.</summary>
    public static int Of(RunDocument run, string scenario, string check) => Math.Max(
        run.Scenarios.Where(each => each.Id == scenario).SelectMany(each => each.Checks)
            .Where(each => each.Id == check).Sum(each => each.Findings),
        run.Findings.Count(finding => finding.Scenario == scenario && finding.Id == check));

    /// <summary>All findings.</summary>
    public static int Of(RunDocument run) => run.Findings
        .Select(finding => (finding.Scenario, finding.Id)).Distinct()
        .Sum(each => Of(run, each.Scenario, each.Id));
}
