namespace Rejoin.Checks;

/// <summary>A threshold on a statistic of a scenario.</summary>
public sealed record Objective
{
    /// <summary>Id, unique in its contract: 1 to 64 characters of a–z, 0–9 and hyphen.</summary>
    public required string Id { get; init; }

    /// <summary>Scenario whose samples are judged.</summary>
    public required string Scenario { get; init; }

    /// <summary>What is measured.</summary>
    public required ObjectiveMeasure Measure { get; init; }

    /// <summary>Percentile that must lie below the limit. Range [1, 99.99].</summary>
    public required double Percentile { get; init; }

    /// <summary>Limit that the percentile must stay below. Range [1 ms, 1 h].</summary>
    public required TimeSpan Limit { get; init; }

    /// <summary>One-sided confidence that a pass or fail needs. Range [0.5, 0.9999]; default 0.95.</summary>
    public double Confidence { get; init; } = 0.95;
}
