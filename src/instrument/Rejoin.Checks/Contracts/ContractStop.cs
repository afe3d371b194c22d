namespace Rejoin.Checks;

/// <summary>How a service is ended at the end of a round.</summary>
public sealed record ContractStop
{
    /// <summary>What asks it to end; default SIGTERM.</summary>
    public StopSignal Signal { get; init; } = StopSignal.Term;

    /// <summary>Time in which it must have ended then; after that it is killed. Range [1 ms, 1 min]; default 5
    /// s.</summary>
    public TimeSpan Within { get; init; } = TimeSpan.FromSeconds(5);
}
