namespace Rejoin.Faults.Plans;

/// <summary>One thing that is wrong with a plan.</summary>
/// <param name="Path">Where, as a JSON path such as <c>$.faults[2].at.frame</c>.</param>
/// <param name="Value">What stands there, as JSON; empty when nothing does.</param>
/// <param name="Allowed">What may stand there.</param>
public sealed record PlanError(string Path, string Value, string Allowed)
{
    /// <summary>The error as one line.</summary>
    /// <returns>Path, value and what is allowed.</returns>
    public override string ToString() =>
        Value.Length == 0 ? $"{Path}: {Allowed}" : $"{Path}: {Value} is not allowed; {Allowed}";
}
