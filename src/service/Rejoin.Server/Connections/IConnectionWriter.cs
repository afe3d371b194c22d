namespace Rejoin.Server;

/// <summary>The outgoing half of one attached connection: every message from the verdict on, and the close.</summary>
/// <remarks>Called by one sender at a time, in the order of delivery.</remarks>
public interface IConnectionWriter
{
    /// <summary>Connection that is written to.</summary>
    ConnectionInfo Connection { get; }

    /// <summary>Sends one message.</summary>
    ValueTask SendAsync(OutgoingFrame frame, CancellationToken cancellationToken);

    /// <summary>Sends the close frame; nothing is sent after it.</summary>
    ValueTask CloseAsync(int code, string reason, CancellationToken cancellationToken);
}
