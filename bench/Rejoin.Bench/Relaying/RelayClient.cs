using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Rejoin.Bench;

/// <summary>A blocking client that upgrades through a relay and counts or times round trips.</summary>
internal sealed class RelayClient(int port)
{
    private static readonly byte[] Request = Encoding.ASCII.GetBytes(
        "GET /ws HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
        + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");

    private readonly byte[] buffer = new byte[4 * 1024];

    /// <summary>One connection with one round trip, ended in order.</summary>
    public void Connect()
    {
        using var socket = Open();
        RoundTrip(socket);
        socket.Shutdown(SocketShutdown.Send);
        if (socket.Receive(buffer) != 0)
        {
            throw new InvalidOperationException("More came than was asked for.");
        }
    }

    /// <summary>Median time of a round trip on one connection, in microseconds.</summary>
    public double MedianMicroseconds(int roundTrips)
    {
        using var socket = Open();
        var times = new double[roundTrips];
        for (var i = 0; i < roundTrips; i++)
        {
            var start = Stopwatch.GetTimestamp();
            RoundTrip(socket);
            times[i] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        }

        return Spread.Of(times).Median;
    }

    private void RoundTrip(Socket socket)
    {
        socket.Send(RelayFrames.Asked);
        if (!RelayFrames.Read(socket, buffer, RelayFrames.AnswerBytes))
        {
            throw new InvalidOperationException("The relay ended the connection.");
        }
    }

    private Socket Open()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Connect(IPAddress.Loopback, port);
        socket.Send(Request);
        var filled = 0;
        while (buffer.AsSpan(0, filled).IndexOf("\r\n\r\n"u8) < 0)
        {
            var count = socket.Receive(buffer.AsSpan(filled));
            filled += count > 0 ? count : throw new InvalidOperationException("The relay refused the upgrade.");
        }

        return socket;
    }
}
