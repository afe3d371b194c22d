namespace Rejoin.Checks;

/// <summary>Counts of a service process, read while no client of the trial did anything.</summary>
public sealed record CountersView
{
    /// <summary>Bytes of managed heap in use after a forced collection; absent if they cannot be read.</summary>
    public long? HeapBytes { get; init; }

    /// <summary>WebSocket connections that the service holds, of any state; absent if it does not say.</summary>
    public int? Connections { get; init; }

    /// <summary>Sessions that the service holds in memory; absent if it does not say.</summary>
    public int? Sessions { get; init; }
}
