using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Rejoin.Faults.Links.Wires;

/// <summary>
/// What the kernel knows about a TCP socket. Linux only: elsewhere nothing is read, queues are
/// <see cref="QueueState.Unknown"/> and a fault acts right after its last write. Source: tcp(7), struct tcp_info of
/// linux/tcp.h (tcpi_state at 0, tcpi_unacked at 24, tcpi_notsent_bytes at 144).
/// </summary>
internal readonly record struct TcpInfo(TcpState State, uint Unacked, uint NotSentBytes)
{
    private const int ProtocolTcp = 6;
    private const int OptionTcpInfo = 11;
    private const int EndOfNotSent = 148;

    /// <summary>True when the peer's kernel has acknowledged everything.</summary>
    public bool IsQueueEmpty => Unacked == 0 && NotSentBytes == 0;

    /// <summary>Asks the kernel; null when it does not tell.</summary>
    public static TcpInfo? Read(Socket socket)
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        Span<byte> raw = stackalloc byte[256];
        try
        {
            var length = socket.GetRawSocketOption(ProtocolTcp, OptionTcpInfo, raw);
            return length < EndOfNotSent ? null : new TcpInfo(
                (TcpState)raw[0], MemoryMarshal.Read<uint>(raw[24..]), MemoryMarshal.Read<uint>(raw[144..]));
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            return null; // a socket that is gone has nothing to tell
        }
    }
}
