using System.Net.WebSockets;

namespace Rejoin.Server;

/// <summary>The errors with which a connection that is gone makes itself known.</summary>
internal static class SocketFault
{
    public static bool IsLoss(Exception error) =>
        error is WebSocketException or IOException or OperationCanceledException or ObjectDisposedException
            or InvalidOperationException { Source: "System.Net.WebSockets" };
}
