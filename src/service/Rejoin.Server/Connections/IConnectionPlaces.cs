namespace Rejoin.Server;

/// <summary>The places that a server has for connections: one from the upgrade to the end of each.</summary>
/// <remarks>Thread-safe.</remarks>
public interface IConnectionPlaces
{
    /// <summary>Places that are taken: connections of any state.</summary>
    int Taken { get; }

    /// <summary>Takes a place; false if there is none.</summary>
    bool TryTake();

    /// <summary>Gives the place of a connection that has ended back.</summary>
    /// <param name="connection">Ordinal of the connection in this process, 1-based.</param>
    void GiveBack(long connection);
}
