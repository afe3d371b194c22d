using Rejoin.Checks;
using Rejoin.Runner;

namespace Rejoin.Reports;

/// <summary>An objective in numbers: <c>21.3 [18.0, 30.9] ms, limit 1000 ms</c>.</summary>
internal static class ObjectiveValue
{
    public static string Of(ObjectiveDocument objective)
    {
        var value = objective.Estimate is { } estimate
            ? $"{Quantity.Of(estimate, objective.Low, objective.High)} {objective.Unit}".TrimEnd()
            : "no value";
        var limit = objective.Direction == LimitDirection.Above ? "at least" : "limit";
        return $"{value}, {limit} {Quantity.Chosen(objective.Limit)} {objective.Unit}".TrimEnd();
    }
}
