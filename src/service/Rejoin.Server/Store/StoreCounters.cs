namespace Rejoin.Server;

/// <summary>Counts of a store since the start of this process.</summary>
/// <param name="Commits">Transactions committed.</param>
/// <param name="Events">Events appended.</param>
public readonly record struct StoreCounters(long Commits, long Events);
