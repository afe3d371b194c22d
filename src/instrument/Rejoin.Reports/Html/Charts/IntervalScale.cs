using Rejoin.Checks;
using Rejoin.Runner;

namespace Rejoin.Reports;

/// <summary>The scale of an objective: its limit stands at the same place in every row, so that rows can be compared.
/// What lies beyond an end is drawn at that end.</summary>
/// <remarks>Of an upper limit: from 0 (or below, if the interval is) at the left edge to the limit at 70 %. Of a lower
/// one: from the limit at 30 % to the best value at the right edge.</remarks>
internal sealed class IntervalScale
{
    private const double LimitBelow = 0.7;
    private const double LimitAbove = 0.3;

    private readonly double _origin;
    private readonly double _unit;
    private readonly double _start;

    private IntervalScale(double origin, double unit, double start, bool isAbove)
    {
        _origin = origin;
        _unit = unit;
        _start = start;
        IsAbove = isAbove;
    }

    /// <summary>Whether the right side is above the limit.</summary>
    public bool IsAbove { get; }

    /// <summary>Place of the limit, 0 to 1.</summary>
    public double Limit => IsAbove ? LimitAbove : LimitBelow;

    public static IntervalScale Of(ObjectiveDocument objective)
    {
        var least = Math.Min(Finite(objective.Low) ?? objective.Limit, Finite(objective.Estimate) ?? objective.Limit);
        var most = Math.Max(Finite(objective.High) ?? objective.Limit, Finite(objective.Estimate) ?? objective.Limit);
        if (objective.Direction == LimitDirection.Above)
        {
            var reach = Math.Max(most - objective.Limit, (objective.Limit - least) / LimitAbove * (1 - LimitAbove));
            return new IntervalScale(objective.Limit, Unit(reach) / (1 - LimitAbove), LimitAbove, isAbove: true);
        }

        var origin = Math.Min(0, least);
        return new IntervalScale(origin, Unit(objective.Limit - origin) / LimitBelow, 0, isAbove: false);
    }

    /// <summary>Place of a value, 0 to 1.</summary>
    public double Place(double value) => double.IsPositiveInfinity(value) ? 1
        : Math.Clamp(_start + ((value - _origin) / _unit), 0, 1);

    private static double Unit(double reach) => reach > 0 ? reach : 1;

    private static double? Finite(double? value) => value is { } number && double.IsFinite(number) ? number : null;
}
