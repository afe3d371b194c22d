using Rejoin.Faults.Links.Wires;
using Rejoin.Faults.Plans;

namespace Rejoin.Faults.Links.Relaying;

/// <summary>What keeps a fault from looking as its label says, on one of the two sockets.</summary>
internal static class Deviation
{
    /// <summary>Says what differs, each with "; " behind it; empty when nothing does.</summary>
    /// <param name="towards">The direction in which the socket is written.</param>
    /// <param name="wire">The socket.</param>
    /// <param name="deed">What will be done to it.</param>
    /// <param name="queue">Whether its peer has everything.</param>
    public static string Of(Direction towards, Wire wire, SocketDeed deed, QueueState queue)
    {
        if (deed is SocketDeed.None or SocketDeed.NotConnected)
        {
            return "";
        }

        var name = towards == Direction.ClientToService ? "service" : "client";
        var text = wire.FinSent && deed is not SocketDeed.Rst ? $"a FIN had gone to the {name} before; " : "";
        if (deed is SocketDeed.Silence)
        {
            return text;
        }

        text += queue == QueueState.NotEmpty ? $"the {name} had not acknowledged everything; " : "";
        var gone = TcpInfo.Read(wire.Socket)?.State == TcpState.Closed;
        return gone ? text + $"the connection to the {name} was over before; " : text;
    }
}
