namespace Rejoin.Checks;

/// <summary>RJ903: a replayed trial did what the recorded one did. Never a failure.</summary>
/// <remarks>A comparison of two trials, not a function of one history. Unknown: another fault, another place, another
/// operation, or another order.</remarks>
public static class Diverged
{
    /// <summary>The catalogue's entry.</summary>
    public static CheckDescription Description { get; } = new()
    {
        Id = "RJ903",
        Name = "diverged",
        Meaning = "A replayed trial does what the recorded one did.",
        Severity = CheckSeverity.Unknown,
        Scenarios = ["replay"],
    };
}
