using System.Diagnostics;
using Rejoin.Faults.Plans;

namespace Rejoin.Faults.Links.Relaying;

/// <summary>What each kind of fault does to each of the two sockets.</summary>
internal static class Deeds
{
    /// <summary>What is done to the socket to which a direction delivers.</summary>
    public static SocketDeed Of(FaultKind kind, Direction towards)
    {
        var service = towards == Direction.ClientToService;
        return kind switch
        {
            FaultKind.Fin => SocketDeed.Fin,
            FaultKind.Rst => SocketDeed.Rst,
            FaultKind.HalfOpenClientLost => service ? SocketDeed.Silence : SocketDeed.Rst,
            FaultKind.HalfOpenServiceLost => service ? SocketDeed.Rst : SocketDeed.Silence,
            FaultKind.BlackHole => SocketDeed.Silence,
            FaultKind.Close => SocketDeed.CloseFrame,
            FaultKind.Stall or FaultKind.Delay => SocketDeed.None,
            _ => throw new UnreachableException(),
        };
    }
}
