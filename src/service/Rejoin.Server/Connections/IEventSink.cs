namespace Rejoin.Server;

/// <summary>The receiver of a session's live events: an attached connection.</summary>
internal interface IEventSink
{
    /// <summary>Ordinal of the connection in this process, 1-based; 0 = no connection.</summary>
    long Ordinal { get; }

    /// <summary>Takes one committed event; called under the session's lock, in the order of the log.</summary>
    void Deliver(OutgoingFrame frame);

    /// <summary>Ends the connection at once, without waiting for the peer.</summary>
    void End(int code, string reason);
}
