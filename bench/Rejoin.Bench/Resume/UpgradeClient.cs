using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Rejoin.Bench;

/// <summary>The cheapest client there is: blocking, one buffer, the request made once. It ends with a reset.</summary>
/// <remarks>Both sides of the comparison use it, so that the ratio is not hidden by the cost of a client.</remarks>
internal sealed class UpgradeClient(int port, string headers, int frames)
{
    private const int BufferBytes = 64 * 1024;
    private static ReadOnlySpan<byte> Replayed => "\"type\":\"replayed\""u8;

    private readonly byte[] request = Encoding.ASCII.GetBytes(
        $"GET /ws HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
        + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
        + $"Sec-WebSocket-Protocol: rejoin.v1\r\n{headers}\r\n");

    private readonly byte[] buffer = new byte[BufferBytes];

    /// <summary>Connects, upgrades, reads up to the end-of-replay mark if there are frames to come, resets.</summary>
    /// <exception cref="InvalidOperationException">The upgrade was refused, or not as many frames came.</exception>
    public void Run()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)
        {
            NoDelay = true,
            LingerState = new LingerOption(true, 0),
        };
        socket.Connect(IPAddress.Loopback, port);
        socket.Send(request);
        var filled = 0;
        int head;
        while ((head = buffer.AsSpan(0, filled).IndexOf("\r\n\r\n"u8)) < 0)
        {
            filled += Receive(socket, filled);
        }

        if (!buffer.AsSpan(0, filled).StartsWith("HTTP/1.1 101"u8))
        {
            throw new InvalidOperationException(
                $"The upgrade was refused: {Encoding.ASCII.GetString(buffer, 0, Math.Min(filled, 200))}");
        }

        if (frames > 0 && ReadFrames(socket, head + 4, filled) is var count && count != frames)
        {
            throw new InvalidOperationException($"{count} frames came up to the end of the replay, not {frames}.");
        }
    }

    private int ReadFrames(Socket socket, int start, int filled)
    {
        for (var count = 1; ; count++)
        {
            int headerLength, length;
            while (!TryHeader(buffer.AsSpan(start, filled - start), out headerLength, out length)
                || filled - start < headerLength + length)
            {
                if (filled == buffer.Length)
                {
                    buffer.AsSpan(start, filled - start).CopyTo(buffer);
                    filled -= start;
                    start = 0;
                }

                filled += Receive(socket, filled);
            }

            var payload = buffer.AsSpan(start + headerLength, length);
            start += headerLength + length;
            if (payload[..Math.Min(length, 64)].IndexOf(Replayed) >= 0)
            {
                return count;
            }
        }
    }

    // A frame of a server: not masked, so its header is 2, 4 or 10 bytes long.
    private static bool TryHeader(ReadOnlySpan<byte> bytes, out int headerLength, out int length)
    {
        headerLength = length = 0;
        if (bytes.Length < 2)
        {
            return false;
        }

        headerLength = bytes[1] switch { 126 => 4, 127 => 10, _ => 2 };
        if (bytes.Length < headerLength)
        {
            return false;
        }

        length = headerLength switch
        {
            4 => BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]),
            10 => checked((int)BinaryPrimitives.ReadUInt64BigEndian(bytes[2..])),
            _ => bytes[1],
        };
        return true;
    }

    private int Receive(Socket socket, int filled)
    {
        var count = socket.Receive(buffer.AsSpan(filled));
        return count > 0 ? count : throw new InvalidOperationException("The service ended the connection.");
    }
}
