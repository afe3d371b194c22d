using System.Globalization;
using Rejoin.Statistics;

namespace Rejoin.Checks;

/// <summary>Objectives and their numbers in words.</summary>
internal static class ObjectiveText
{
    /// <summary>Measure, percentile and window: <c>resume-latency p95 brief</c>.</summary>
    public static string Name(Objective objective)
    {
        var percentile = objective.Percentile is { } known
            ? string.Create(CultureInfo.InvariantCulture, $" p{known}")
            : string.Empty;
        var absence = objective.Absence is { } window ? " " + EnumWords<AbsenceWindow>.Of(window) : string.Empty;
        return EnumWords<ObjectiveMeasure>.Of(objective.Measure) + percentile + absence;
    }

    /// <summary>The statistic, its interval, the limit and what it rests on.</summary>
    public static string Summary(Objective objective, Estimate estimate, string basis)
    {
        var (scale, unit) = objective.Unit switch
        {
            LimitUnit.Seconds => (1000.0, " ms"),
            LimitUnit.Ratio => (1.0, " ×"),
            _ => (100.0, " %"),
        };
        var limit = objective is { Direction: LimitDirection.Above, Limit: 1 }
            ? "none may fail"
            : $"limit {Shown(objective.Limit)}{unit}";
        return $"{estimate.Id} {Shown(estimate.Value)} [{Shown(estimate.Low)}, {Shown(estimate.High)}]{unit} "
            + string.Create(CultureInfo.InvariantCulture,
                $"at {estimate.Confidence * 100:0.##} %, {limit}; {basis}{estimate.Samples} samples in "
                + $"{estimate.Rounds} rounds, design effect {estimate.DesignEffect:0.0}");

        string Shown(double? value) =>
            value is { } known ? (known * scale).ToString("0.####", CultureInfo.InvariantCulture) : "–";
    }
}
