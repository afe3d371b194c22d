using System.Globalization;
using Rejoin.Statistics;

namespace Rejoin.Checks;

/// <summary>RJ801: a percentile of a scenario's samples stays below the limit of an objective.</summary>
/// <remarks>A pure function of samples per round, not of one history. Smallest failing input: five rounds of samples at
/// or over the limit. Unknown: fewer than five rounds, or too few samples for the confidence.</remarks>
public static class PercentileOverLimit
{
    internal static CheckDescription Description { get; } = new()
    {
        Id = "RJ801",
        Name = "percentile-over-limit",
        Meaning = "The percentile that an objective names is below its limit.",
        Severity = CheckSeverity.Objective,
        Scenarios = ["history", "absence"],
    };

    /// <summary>What samples say about an objective.</summary>
    /// <param name="objective">Objective of the contract.</param>
    /// <param name="secondsPerRound">Samples of each round, in seconds; infinity stands for what never finished
    /// (see <see cref="ResumeLatency"/>).</param>
    public static ObjectiveResult Judge(Objective objective, IReadOnlyList<IReadOnlyList<double>> secondsPerRound)
    {
        ArgumentNullException.ThrowIfNull(objective);
        var id = string.Create(CultureInfo.InvariantCulture,
            $"{EnumWords<ObjectiveMeasure>.Of(objective.Measure)} p{objective.Percentile}");
        var statistics = PercentileVerdict.Judge(
            secondsPerRound, objective.Percentile, objective.Limit.TotalSeconds, objective.Confidence, id, "s");
        var summary = Summary(statistics);
        return new()
        {
            Objective = objective,
            Statistics = statistics,
            Summary = summary,
            Finding = statistics.Verdict == Verdict.Fail ? Found(objective, summary) : null,
        };
    }

    private static string Summary(PercentileResult result)
    {
        var estimate = result.Estimate;
        var interval = $"{Shown(estimate.Value)} s in [{Shown(estimate.Low)}; {Shown(estimate.High)}] s";
        var text = string.Create(CultureInfo.InvariantCulture,
            $"{estimate.Id} {interval} at {estimate.Confidence * 100:0.##} %, limit {result.Limit:0.###} s; "
            + $"{result.Exceedances} of {estimate.Samples} at or over it; "
            + $"{estimate.Rounds} rounds, design effect {estimate.DesignEffect:0.0}");
        return result.Reason is null ? text : $"{text}; {result.Reason}";
    }

    private static string Shown(double? seconds) =>
        seconds is { } known ? known.ToString("0.####", CultureInfo.InvariantCulture) : "–";

    private static Finding Found(Objective objective, string summary) => new()
    {
        Id = Description.Id,
        Message = $"objective '{objective.Id}' missed: {summary}",
        Hint = "Look at where the slowest samples spend their time (connect, verdict, replay), or state a limit "
            + "that the service can keep.",
        Evidence = [],
    };
}
