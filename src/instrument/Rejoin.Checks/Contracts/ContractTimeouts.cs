namespace Rejoin.Checks;

/// <summary>Longest times for an answer and for a recovery.</summary>
public sealed record ContractTimeouts
{
    /// <summary>Longest time from an operation on a live connection to its answer. Range [1 ms, 1 h]; default 5
    /// s.</summary>
    public TimeSpan Operation { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Longest time from the first attempt of a resume to one that succeeds. Range [1 ms, 1 h]; default 10
    /// s.</summary>
    public TimeSpan Recovery { get; init; } = TimeSpan.FromSeconds(10);
}
