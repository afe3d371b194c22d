namespace Rejoin.Checks;

/// <summary>What is kept for replay.</summary>
public sealed record ContractRetention
{
    /// <summary>Newest events of a session that can be replayed, in events. Range [1, 10^12]; null = all.</summary>
    public long? Events { get; init; }
}
