using System.Net.Sockets;

namespace Rejoin.Bench;

/// <summary>The two frames that are sent to and fro: binary, 64 bytes of payload.</summary>
internal static class RelayFrames
{
    private const int PayloadBytes = 64;

    /// <summary>Length of the client's frame: header of 2, mask of 4, payload.</summary>
    public const int MaskedBytes = 6 + PayloadBytes;

    /// <summary>Length of the service's frame: header of 2, payload.</summary>
    public const int AnswerBytes = 2 + PayloadBytes;

    /// <summary>The client's frame, with a mask of zeros.</summary>
    public static ReadOnlySpan<byte> Asked => AskedBytes;

    /// <summary>The service's frame.</summary>
    public static ReadOnlySpan<byte> Answer => AnswerOnWire;

    private static readonly byte[] AskedBytes = [0x82, 0x80 | PayloadBytes, .. new byte[4 + PayloadBytes]];

    private static readonly byte[] AnswerOnWire = [0x82, PayloadBytes, .. new byte[PayloadBytes]];

    /// <summary>Reads exactly one frame; false when the other side has ended.</summary>
    public static bool Read(Socket socket, byte[] buffer, int bytes)
    {
        for (var filled = 0; filled < bytes;)
        {
            var count = socket.Receive(buffer.AsSpan(filled, bytes - filled));
            if (count == 0)
            {
                return false;
            }

            filled += count;
        }

        return true;
    }
}
