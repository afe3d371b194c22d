namespace Rejoin.Checks;

/// <summary>RJ801: a percentile of a scenario's samples stays below the limit of an objective.</summary>
public static class PercentileOverLimit
{
    internal static CheckDescription Description { get; } = new()
    {
        Id = "RJ801",
        Name = "percentile-over-limit",
        Meaning = "The percentile that an objective names is below its limit, with its confidence.",
        Severity = CheckSeverity.Objective,
        Scenarios = ["history", "absence"],
    };
}
