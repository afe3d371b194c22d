using System.Net.Sockets;

namespace Rejoin.Faults.Links.Wires;

/// <summary>The exceptions with which a socket tells that its connection is over.</summary>
internal static class WireFailure
{
    /// <summary>True for an exception of a socket or of TLS on it, and for a socket that the link has closed.</summary>
    public static bool Is(Exception e) => e is SocketException or IOException or ObjectDisposedException;

    /// <summary>What the peer did.</summary>
    public static PeerSignal SignalOf(Exception e) => SocketErrorOf(e) switch
    {
        SocketError.ConnectionReset or SocketError.ConnectionAborted or SocketError.Shutdown => PeerSignal.Rst,
        SocketError.TimedOut or SocketError.HostUnreachable or SocketError.NetworkUnreachable => PeerSignal.None,
        null when e is IOException => PeerSignal.Fin, // TLS cut short without an alert
        _ => PeerSignal.None,
    };

    private static SocketError? SocketErrorOf(Exception e) =>
        (e as SocketException ?? e.InnerException as SocketException)?.SocketErrorCode;
}
