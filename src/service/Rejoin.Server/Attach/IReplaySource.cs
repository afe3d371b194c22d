namespace Rejoin.Server;

/// <summary>The frames that a connection gets between its verdict and live events.</summary>
/// <remarks>Read once, by the connection's sender, with back-pressure. Source: protocol.md §4.</remarks>
public interface IReplaySource
{
    /// <summary>Frames in the order of delivery: the snapshot if there is one, the events, and the mark
    /// <c>replayed</c> as the last.</summary>
    IAsyncEnumerable<OutgoingFrame> ReadAsync(ReplayRequest request, CancellationToken cancellationToken);
}
