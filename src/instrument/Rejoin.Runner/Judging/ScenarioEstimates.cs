namespace Rejoin.Runner;

/// <summary>Numbers of a scenario that have no limit.</summary>
internal static class ScenarioEstimates
{
    private static readonly double[] Percentiles = [50, 95, 99];

    public static IReadOnlyList<EstimateDocument> Of(IReadOnlyList<TrialResult> trials) =>
    [
        .. Of("resume-latency", trials, numbers => numbers.ResumeMs),
        .. Of("cut-to-restored", trials, numbers => numbers.CutToRestoredMs),
    ];

    private static IEnumerable<EstimateDocument> Of(
        string id, IReadOnlyList<TrialResult> trials, Func<TrialNumbers, IReadOnlyList<double>> samples)
    {
        var all = trials.SelectMany(trial => samples(trial.Numbers)).ToList();
        return all.Count == 0 ? [] : Percentiles.Select(percentile => Of(id, percentile, all));
    }

    private static EstimateDocument Of(string id, double percentile, List<double> all)
    {
        all.Sort();
        var value = all[(int)Math.Ceiling(percentile / 100 * all.Count) - 1];
        return new EstimateDocument($"{id} p{percentile:0}", value, null, null, "ms", all.Count);
    }
}
