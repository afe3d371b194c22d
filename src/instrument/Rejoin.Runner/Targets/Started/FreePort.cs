using System.Net;
using System.Net.Sockets;

namespace Rejoin.Runner;

/// <summary>A port of the loopback address that nothing listens on.</summary>
internal static class FreePort
{
    // Below the range that systems give to outgoing connections, so that none of them takes it meanwhile.
    private const int First = 20_000;
    private const int Count = 10_000;

    /// <summary>The port.</summary>
    public static int Next()
    {
        var start = Bound(0);
        for (var step = 0; step < Count; step++)
        {
            if (Bound(First + ((start + step) % Count)) is var port and > 0)
            {
                return port;
            }
        }

        throw new IOException($"All ports from {First} to {First + Count - 1} are taken.");
    }

    /// <summary>The port that could be bound; 0 if it could not.</summary>
    private static int Bound(int port)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
            return ((IPEndPoint)socket.LocalEndPoint!).Port;
        }
        catch (SocketException)
        {
            return 0;
        }
    }
}
