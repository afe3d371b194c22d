namespace Rejoin.Checks;

/// <summary>RJ804: heap and resume latency grow less than so much while sessions come back again and again.</summary>
/// <remarks>A pure function of one growth per trial; rounds are compared by their means. Smallest failing input: five
/// rounds that grow more than the limit. Unknown: fewer than five rounds, rounds that differ too much, or no
/// counters.</remarks>
internal static class GrowthOverLimit
{
    public static CheckDescription Description { get; } = new()
    {
        Id = "RJ804",
        Name = "growth-over-limit",
        Meaning = "The growth that an objective names is below its limit.",
        Severity = CheckSeverity.Objective,
        Scenarios = ["repeated"],
    };

    public static string HintOf(ObjectiveMeasure measure) => measure == ObjectiveMeasure.HeapGrowth
        ? "Compare two dumps of the heap, of the first and of the last cycle: sessions, timers, handlers and buffers "
            + "that outlive their connection."
        : "Look for work at each resume that grows with the number of attaches: logs that are read whole, lists that "
            + "are never cut.";
}
