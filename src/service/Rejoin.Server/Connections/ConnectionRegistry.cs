using System.Collections.Concurrent;

namespace Rejoin.Server;

/// <summary>The connections of the server and the room that is left for more.</summary>
internal sealed class ConnectionRegistry(LimitOptions limits, IConnectionPlaces places)
{
    private readonly ConcurrentDictionary<long, Connection> connections = new();
    private long lastOrdinal;
    private int unattached;
    private volatile bool draining;

    public bool IsDraining => draining;

    /// <summary>Connections of any state.</summary>
    public int Count => places.Taken;

    /// <summary>Connections that came as far as an attach.</summary>
    public ICollection<Connection> All => connections.Values;

    public void StartDrain() => draining = true;

    public long NextOrdinal() => Interlocked.Increment(ref lastOrdinal);

    /// <summary>Takes a place for a connection; false if there is none.</summary>
    public bool TryEnter() => places.TryTake();

    public void Leave(long connection) => places.GiveBack(connection);

    /// <summary>Takes a place for a connection that has not said hello; false if there is none.</summary>
    public bool TryWait()
    {
        if (Interlocked.Increment(ref unattached) <= limits.UnattachedConnections)
        {
            return true;
        }

        Interlocked.Decrement(ref unattached);
        return false;
    }

    public void EndWait() => Interlocked.Decrement(ref unattached);

    public void Add(Connection connection) => connections[connection.Ordinal] = connection;

    public void Remove(Connection connection) => connections.TryRemove(connection.Ordinal, out _);
}
