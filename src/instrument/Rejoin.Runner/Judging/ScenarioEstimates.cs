using System.Globalization;
using Rejoin.Statistics;

namespace Rejoin.Runner;

/// <summary>Numbers of a scenario that have no limit.</summary>
internal static class ScenarioEstimates
{
    private static readonly double[] Percentiles = [50, 95, 99];

    public static IReadOnlyList<EstimateDocument> Of(IReadOnlyList<TrialResult> trials) =>
    [
        .. Of("resume-latency", [.. trials.SelectMany(trial => trial.Numbers.ResumeSeconds).Select(s => s * 1000)]),
        .. from each in Groups(trials)
           from estimate in Of($"resume-latency {each.Name}", [.. each.Seconds.Select(s => s * 1000)])
           select estimate,
        .. Of("cut-to-restored", [.. trials.SelectMany(trial => trial.Numbers.CutToRestoredMs)]),
    ];

    /// <summary>Seconds by place where it changed, by absence where some was longer than brief.</summary>
    public static IEnumerable<(string Name, IReadOnlyList<double> Seconds)> Groups(IReadOnlyList<TrialResult> trials)
    {
        var groups = trials.SelectMany(trial => trial.Numbers.ResumeSecondsOfGroup)
            .GroupBy(group => group.Key, group => group.Value)
            .ToDictionary(group => group.Key, group => group.SelectMany(seconds => seconds).ToList());
        return
            from pair in new[] { ("stayed", "moved"), ("brief", "medium") }
            where groups.ContainsKey(pair.Item2)
            from name in new[] { pair.Item1, pair.Item2 }
            where groups.ContainsKey(name)
            select (name, (IReadOnlyList<double>)groups[name]);
    }

    private static IEnumerable<EstimateDocument> Of(string id, IReadOnlyList<double> samples) =>
        from percentile in Percentiles
        let value = Percentile.Of(samples, percentile)
        where value is not null && double.IsFinite(value.Value)
        select new EstimateDocument(
            string.Create(CultureInfo.InvariantCulture, $"{id} p{percentile:0}"), value.Value, null, null, "ms",
            samples.Count);
}
