namespace Rejoin.Server;

/// <summary>Counts of a running server.</summary>
/// <param name="Sessions">Sessions in memory.</param>
/// <param name="AttachedSessions">Sessions with a connection.</param>
/// <param name="Connections">WebSocket connections of any state.</param>
/// <param name="TurnsInFlight">Turns that run or wait for their predecessor.</param>
/// <param name="Commits">Transactions committed since the start.</param>
/// <param name="Events">Events appended since the start.</param>
/// <param name="HeapBytes">Bytes of live objects at the last full blocking collection; 0 = there was none yet.</param>
public sealed record AdminCounters(
    int Sessions,
    int AttachedSessions,
    int Connections,
    int TurnsInFlight,
    long Commits,
    long Events,
    long HeapBytes);
