using System.Net.WebSockets;

namespace Rejoin.Server;

/// <summary>The errors with which a connection that is gone makes itself known.</summary>
internal static class SocketFault
{
    /// <summary>Whether the peer sent a frame that breaks RFC 6455, or text that is no UTF-8.</summary>
    public static bool IsViolation(WebSocketException error) =>
        error.WebSocketErrorCode is WebSocketError.Faulted or WebSocketError.HeaderError
            or WebSocketError.InvalidMessageType;

    public static bool IsLoss(Exception error) =>
        error is WebSocketException or IOException or OperationCanceledException or ObjectDisposedException
            or InvalidOperationException { Source: "System.Net.WebSockets" };
}
