namespace Rejoin.Checks;

/// <summary>RJ802: resumes from another place take no longer than so many times those from the same place.</summary>
/// <remarks>A pure function of one ratio per block, which is a trial. Smallest failing input: five rounds of one block
/// over the limit. Unknown: fewer than five rounds, or blocks whose interval holds the limit.</remarks>
internal static class RatioOverLimit
{
    public const string Hint = "Look at what the service does when address, user agent or location differ from those "
        + "of the attach before: a lookup, a challenge, a cold cache.";

    public static CheckDescription Description { get; } = new()
    {
        Id = "RJ802",
        Name = "ratio-over-limit",
        Meaning = "The ratio of latencies that an objective names is below its limit.",
        Severity = CheckSeverity.Objective,
        Scenarios = ["location"],
    };
}
