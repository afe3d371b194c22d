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

    /// <summary>Percentile that is judged. Range [1, 99.99]; null for measures that are about no percentile.</summary>
    public double? Percentile { get; init; }

    /// <summary>Window that the absence before a resume must lie in for it to count; null = every resume
    /// counts.</summary>
    public AbsenceWindow? Absence { get; init; }

    /// <summary>Limit, in the <see cref="Unit"/> of the measure: seconds, a ratio, or a share from 0 to 1 and
    /// beyond.</summary>
    public required double Limit { get; init; }

    /// <summary>One-sided confidence that a pass or fail needs. Range [0.5, 0.9999]; default 0.95.</summary>
    public double Confidence { get; init; } = 0.95;

    /// <summary>What the numbers of the measure are.</summary>
    public LimitUnit Unit => MeasureRules.Of(Measure).Unit;

    /// <summary>Side of the limit that is right.</summary>
    public LimitDirection Direction => MeasureRules.Of(Measure).Direction;
}
