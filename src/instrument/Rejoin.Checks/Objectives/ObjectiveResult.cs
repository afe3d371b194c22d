using Rejoin.Statistics;

namespace Rejoin.Checks;

/// <summary>What the samples of a run say about an objective.</summary>
public sealed record ObjectiveResult
{
    /// <summary>The objective.</summary>
    public required Objective Objective { get; init; }

    /// <summary>The statistics behind the verdict; the estimate is in seconds.</summary>
    public required PercentileResult Statistics { get; init; }

    /// <summary>What the samples show.</summary>
    public Verdict Verdict => Statistics.Verdict;

    /// <summary>One sentence with percentile, interval, exceedances and design effect; the reason too if
    /// unknown.</summary>
    public required string Summary { get; init; }

    /// <summary>The finding if the limit is missed, else null. It has no evidence lines: its evidence are all
    /// samples.</summary>
    public Finding? Finding { get; init; }
}
