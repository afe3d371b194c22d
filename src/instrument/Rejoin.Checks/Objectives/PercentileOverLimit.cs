namespace Rejoin.Checks;

/// <summary>RJ801: a percentile of a scenario's samples stays below the limit of an objective.</summary>
/// <remarks>A pure function of samples per round, not of one history. Smallest failing input: five rounds of samples at
/// or over the limit. Unknown: fewer than five rounds, or too few samples for the confidence.</remarks>
internal static class PercentileOverLimit
{
    public const string Hint = "Look at where the slowest samples spend their time (connect, verdict, replay), or "
        + "state a limit that the service can keep.";

    public static CheckDescription Description { get; } = new()
    {
        Id = "RJ801",
        Name = "percentile-over-limit",
        Meaning = "The percentile that an objective names is below its limit.",
        Severity = CheckSeverity.Objective,
        Scenarios = ["history", "absence"],
    };
}
