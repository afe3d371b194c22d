using Rejoin.Checks;
using Rejoin.Runner;

namespace Rejoin.Reports;

/// <summary>The findings of one check in one scenario: they have one cause more often than not, so that the first
/// stands for all.</summary>
/// <param name="Number">Number on the page, from 1.</param>
/// <param name="Findings">Those that the document lists, at least one.</param>
/// <param name="Count">How many there are in all.</param>
internal sealed record FindingGroup(int Number, IReadOnlyList<FindingDocument> Findings, int Count)
{
    public FindingDocument First => Findings[0];

    public Anchor Anchor => Anchor.Finding(Number);

    public bool IsFail => First.Severity == "fail";

    /// <summary>Other trials than the first's, in order.</summary>
    public IReadOnlyList<long> OtherTrials =>
        [.. Findings.Select(each => (long?)each.Trial).OfType<long>().Where(trial => trial != First.Trial)
            .Distinct().Order()];

    /// <summary>Name of the check; null if neither the run nor the catalogue knows it.</summary>
    public string? NameIn(RunDocument run) => run.Scenarios.Where(each => each.Id == First.Scenario)
        .SelectMany(each => each.Checks).FirstOrDefault(check => check.Id == First.Id)?.Name
            ?? CheckCatalogue.Find(First.Id)?.Name;

    public static IReadOnlyList<FindingGroup> Of(RunDocument run) =>
    [
        .. run.Findings.GroupBy(each => (each.Id, each.Scenario)).Select((group, at) => new FindingGroup(
            at + 1, [.. group], FindingCount.Of(run, group.Key.Scenario, group.Key.Id))),
    ];
}
