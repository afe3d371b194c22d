using Rejoin.Statistics;

namespace Rejoin.Checks;

/// <summary>What the samples of a run say about an objective.</summary>
public sealed record ObjectiveResult
{
    /// <summary>The objective.</summary>
    public required Objective Objective { get; init; }

    /// <summary>Id of the check that judges its measure, such as <c>RJ801</c>.</summary>
    public required string Check { get; init; }

    /// <summary>What the samples show.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>The statistic with its interval, in the unit of the measure: seconds, a ratio, or a share (0.05 = 5
    /// %).</summary>
    public required Estimate Estimate { get; init; }

    /// <summary>Why the verdict is unknown: part of a sentence; null if it is not.</summary>
    public string? Reason { get; init; }

    /// <summary>One sentence with the statistic, its interval, the limit and what it rests on; the reason too if
    /// unknown.</summary>
    public required string Summary { get; init; }

    /// <summary>The finding if the limit is missed, else null. It has no evidence lines: its evidence are all
    /// samples.</summary>
    public Finding? Finding { get; init; }
}
