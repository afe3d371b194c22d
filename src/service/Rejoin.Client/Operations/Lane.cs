namespace Rejoin.Client;

/// <summary>What one connection still has to send and what it waits to be answered. Guarded by the outbox.</summary>
internal sealed class Lane(int connection, int window, int maxBytes)
{
    public int Connection => connection;

    /// <summary>Largest message that the server takes, in bytes.</summary>
    public int MaxBytes => maxBytes;

    public Queue<PendingOperation> ToSend { get; } = new();

    /// <summary>Sent and not answered on this connection, in order; the ones that their callers gave up too, so that
    /// an id can stand in it twice.</summary>
    public List<PendingOperation> InFlight { get; } = [];

    public bool HasRoom => InFlight.Count < window;
}
