using Rejoin.Checks;
using Rejoin.Statistics;

namespace Rejoin.Runner;

/// <summary>A threshold on a statistic, and what the samples say.</summary>
public sealed record ObjectiveDocument
{
    /// <summary>Objective, as the contract names it.</summary>
    public required string Id { get; init; }

    /// <summary>What is measured, in words.</summary>
    public required string Measure { get; init; }

    /// <summary>Check that judges the measure, such as <c>RJ801</c>; absent in folders of older versions.</summary>
    public string? Check { get; init; }

    /// <summary>Verdict; absent if it was not judged.</summary>
    public Verdict? Verdict { get; init; }

    /// <summary>Point estimate.</summary>
    public double? Estimate { get; init; }

    /// <summary>Lower end of the confidence interval; absent if there is none.</summary>
    public double? Low { get; init; }

    /// <summary>Upper end of the confidence interval; absent if there is none.</summary>
    public double? High { get; init; }

    /// <summary>Confidence of the verdict, 0 to 1.</summary>
    public double? Confidence { get; init; }

    /// <summary>Limit.</summary>
    public required double Limit { get; init; }

    /// <summary>Side of the limit that is right; absent in folders of older versions: below.</summary>
    public LimitDirection? Direction { get; init; }

    /// <summary>Unit of estimate, interval and limit.</summary>
    public required string Unit { get; init; }

    /// <summary>Samples.</summary>
    public required int Samples { get; init; }

    /// <summary>Rounds that the samples come from; absent in folders of older versions.</summary>
    public int? Rounds { get; init; }

    /// <summary>Design effect over rounds; 1 = rounds do not differ more than chance.</summary>
    public double? DesignEffect { get; init; }

    /// <summary>Why it is unknown or not judged, or what the numbers say: one sentence.</summary>
    public string? Reason { get; init; }
}
