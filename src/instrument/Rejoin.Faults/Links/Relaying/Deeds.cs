using Rejoin.Faults.Plans;

namespace Rejoin.Faults.Links.Relaying;

/// <summary>What each kind of fault does to each of the two sockets.</summary>
internal static class Deeds
{
    /// <summary>What is done to the socket to which a direction delivers.</summary>
    public static SocketDeed Of(Fault fault, Direction towards)
    {
        var service = towards == Direction.ClientToService;
        var own = fault.At.Direction == towards;
        return fault.Do.Kind switch
        {
            FaultKind.Fin => SocketDeed.Fin,
            FaultKind.HalfClose => own ? SocketDeed.Fin : SocketDeed.None,
            FaultKind.Rst or FaultKind.RstLossy => SocketDeed.Rst,
            FaultKind.HalfOpenClientLost => service ? SocketDeed.Silence : SocketDeed.Rst,
            FaultKind.HalfOpenServiceLost => service ? SocketDeed.Rst : SocketDeed.Silence,
            FaultKind.BlackHole => SocketDeed.Silence,
            FaultKind.BlackHoleOneWay => own ? SocketDeed.Silence : SocketDeed.None,
            FaultKind.Close or FaultKind.CloseEmpty or FaultKind.CloseIllegal or FaultKind.CloseTruncated
                or FaultKind.DataAfterClose => SocketDeed.CloseFrame,
            FaultKind.Status => service ? SocketDeed.Fin : SocketDeed.Answer,
            _ => SocketDeed.None,
        };
    }
}
