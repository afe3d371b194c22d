using System.Net.WebSockets;

namespace Rejoin.Server;

/// <summary>The writer that stands on the socket.</summary>
internal sealed class SocketWriter(WebSocket socket, ConnectionInfo connection) : IConnectionWriter
{
    public ConnectionInfo Connection { get; } = connection;

    public ValueTask SendAsync(OutgoingFrame frame, CancellationToken cancellationToken) =>
        socket.SendAsync(frame.Utf8, WebSocketMessageType.Text, true, cancellationToken);

    public async ValueTask CloseAsync(int code, string reason, CancellationToken cancellationToken)
    {
        if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
        {
            await socket.CloseOutputAsync((WebSocketCloseStatus)code, reason, cancellationToken).ConfigureAwait(false);
        }
    }
}
