namespace Rejoin.Runner;

/// <summary>How the times of a scenario are spread.</summary>
internal static class ScenarioDistributions
{
    private const string Unit = "ms";

    public static IReadOnlyList<DistributionDocument> Of(IReadOnlyList<TrialResult> trials) =>
    [
        .. new[] { Resume("resume-latency", trials.SelectMany(trial => trial.Numbers.ResumeSeconds)) }
            .Concat(ScenarioEstimates.Groups(trials)
                .Select(group => Resume($"resume-latency {group.Name}", group.Seconds)))
            .Append(DistributionDocument.Of(
                "cut-to-restored", Unit, [.. trials.SelectMany(trial => trial.Numbers.CutToRestoredMs)]))
            .OfType<DistributionDocument>(),
    ];

    private static DistributionDocument? Resume(string id, IEnumerable<double> seconds) =>
        DistributionDocument.Of(id, Unit, [.. seconds.Select(each => each * 1000)]);
}
