namespace Rejoin.Faults.Plans;

/// <summary>A described disturbance: where, what, and how often.</summary>
public sealed record Fault
{
    /// <summary>Name of the fault, unique in its plan, 1 to 64 characters without control characters.</summary>
    public required string Id { get; init; }

    /// <summary>The point that triggers it.</summary>
    public required CutPoint At { get; init; }

    /// <summary>What is done there.</summary>
    public required FaultAction Do { get; init; }

    /// <summary>Whether it happens once or on every later connection, too. Default once.</summary>
    public FaultRepeat Repeat { get; init; }
}
