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
        .. Of("cut-to-restored", [.. trials.SelectMany(trial => trial.Numbers.CutToRestoredMs)]),
    ];

    private static IEnumerable<EstimateDocument> Of(string id, IReadOnlyList<double> samples) =>
        from percentile in Percentiles
        let value = Percentile.Of(samples, percentile)
        where value is not null && double.IsFinite(value.Value)
        select new EstimateDocument(
            string.Create(CultureInfo.InvariantCulture, $"{id} p{percentile:0}"), value.Value, null, null, "ms",
            samples.Count);
}
