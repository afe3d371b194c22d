namespace Rejoin.Faults.Plans;

/// <summary>Kinds that end, silence or refuse TCP connections.</summary>
internal static class TcpKinds
{
    public static FaultKindInfo[] All { get; } =
    [
        new()
        {
            Kind = FaultKind.Fin,
            Layer = FaultLayer.Tcp,
            Summary = "TCP FIN towards both ends, no close frame",
            Example = KindExample.InFrame("""{"kind":"fin"}""", "middle"),
            IsCut = true,
        },
        new()
        {
            Kind = FaultKind.Rst,
            Layer = FaultLayer.Tcp,
            Summary = "TCP RST towards both ends",
            Example = KindExample.InFrame("""{"kind":"rst"}""", "after"),
            IsCut = true,
        },
        new()
        {
            Kind = FaultKind.RstLossy,
            Layer = FaultLayer.Tcp,
            Summary = "TCP RST towards both ends at once: the end of the prefix may be lost",
            Determinism = FaultDeterminism.Varies,
            Example = KindExample.InFrame("""{"kind":"rst-lossy"}""", "after"),
            IsCut = true,
            Places = FaultPlaces.Connection,
        },
        new()
        {
            Kind = FaultKind.HalfOpenClientLost,
            Layer = FaultLayer.Tcp,
            Summary = "TCP RST towards the client; the service's side stays open and silent",
            Example = KindExample.InFrame("""{"kind":"half-open-client-lost","heal":{"afterMs":2000}}"""),
            IsCut = true,
            Takes = ["heal"],
        },
        new()
        {
            Kind = FaultKind.HalfOpenServiceLost,
            Layer = FaultLayer.Tcp,
            Summary = "TCP RST towards the service; the client's side stays open and silent",
            Example = KindExample.InFrame("""{"kind":"half-open-service-lost"}"""),
            IsCut = true,
            Takes = ["heal"],
        },
        new()
        {
            Kind = FaultKind.HalfClose,
            Layer = FaultLayer.Tcp,
            Summary = "TCP FIN at the end of one direction; the other goes on",
            Example = KindExample.InFrame("""{"kind":"half-close"}""", "after"),
            Places = FaultPlaces.Frame,
        },
        new()
        {
            Kind = FaultKind.BlackHole,
            Layer = FaultLayer.Tcp,
            Summary = "nothing is relayed any more; both sides stay open and silent",
            Example = KindExample.InFrame("""{"kind":"black-hole"}"""),
            IsCut = true,
            Takes = ["heal"],
        },
        new()
        {
            Kind = FaultKind.BlackHoleOneWay,
            Layer = FaultLayer.Tcp,
            Summary = "nothing of one direction is relayed any more; the other goes on",
            Example = KindExample.InFrame("""{"kind":"black-hole-one-way"}"""),
            Places = FaultPlaces.Frame,
            Takes = ["heal"],
        },
        new()
        {
            Kind = FaultKind.Refuse,
            Layer = FaultLayer.Tcp,
            Summary = "the port is closed: further dials are refused until it heals",
            Example = KindExample.InFrame("""{"kind":"refuse","heal":{"afterMs":500}}"""),
            Takes = ["heal"],
        },
    ];
}
