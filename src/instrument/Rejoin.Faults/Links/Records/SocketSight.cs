namespace Rejoin.Faults.Links;

/// <summary>What the link did to one of its two sockets and what it saw there.</summary>
public sealed record SocketSight
{
    /// <summary>What was done.</summary>
    public SocketDeed Deed { get; init; }

    /// <summary>Whether everything sent to this peer was acknowledged at the moment of acting.</summary>
    public QueueState Queue { get; init; }

    /// <summary>What the peer sent afterwards, as far as it is known yet.</summary>
    public PeerSignal Saw { get; init; }

    /// <summary>
    /// Code of the close frame with which the peer answered; 1005 for one without code; null without answer.
    /// </summary>
    public int? CloseReply { get; init; }

    /// <summary>Bytes that came from this peer after the fault acted, and were discarded.</summary>
    public long DiscardedBytes { get; init; }
}
