namespace Rejoin.Faults.Plans;

/// <summary>Kinds that put frames in, leave control frames out, or frame otherwise.</summary>
internal static class FrameKinds
{
    public static FaultKindInfo[] All { get; } =
    [
        new()
        {
            Kind = FaultKind.DropPings,
            Layer = FaultLayer.WebSocket,
            Summary = "pings of one direction are left out",
            Example = KindExample.InFrame("""{"kind":"drop-pings"}"""),
            Places = FaultPlaces.Boundary,
        },
        new()
        {
            Kind = FaultKind.DropPongs,
            Layer = FaultLayer.WebSocket,
            Summary = "pongs of one direction are left out",
            Example = KindExample.InFrame("""{"kind":"drop-pongs"}"""),
            Places = FaultPlaces.Boundary,
        },
        new()
        {
            Kind = FaultKind.PingFlood,
            Layer = FaultLayer.WebSocket,
            Summary = "so many pings between two frames",
            Example = KindExample.InFrame("""{"kind":"ping-flood","count":1000}"""),
            Places = FaultPlaces.Boundary,
            Needs = ["count"],
        },
        new()
        {
            Kind = FaultKind.Fragment,
            Layer = FaultLayer.WebSocket,
            Summary = "messages are split into fragments",
            Example = KindExample.InFrame("""{"kind":"fragment","chunkBytes":16}"""),
            Places = FaultPlaces.Boundary,
            Needs = ["chunkBytes"],
        },
        new()
        {
            Kind = FaultKind.Interleave,
            Layer = FaultLayer.WebSocket,
            Summary = "messages are split, with a ping between any two fragments",
            Example = KindExample.InFrame("""{"kind":"interleave","chunkBytes":16}"""),
            Places = FaultPlaces.Boundary,
            Needs = ["chunkBytes"],
        },
        new()
        {
            Kind = FaultKind.Defragment,
            Layer = FaultLayer.WebSocket,
            Summary = "fragments are joined to one frame",
            Example = KindExample.InFrame("""{"kind":"defragment"}"""),
            Places = FaultPlaces.Boundary,
        },
        new()
        {
            Kind = FaultKind.MaskViolation,
            Layer = FaultLayer.WebSocket,
            Summary = "one frame without its mask, or with one towards the client",
            Example = KindExample.InFrame("""{"kind":"mask-violation"}"""),
            Places = FaultPlaces.Before,
        },
        new()
        {
            Kind = FaultKind.ReservedBits,
            Layer = FaultLayer.WebSocket,
            Summary = "one frame with a reserved bit",
            Example = KindExample.InFrame("""{"kind":"reserved-bits"}"""),
            Places = FaultPlaces.Before,
        },
        new()
        {
            Kind = FaultKind.BadUtf8,
            Layer = FaultLayer.WebSocket,
            Summary = "one text frame that is not UTF-8",
            Example = KindExample.InFrame("""{"kind":"bad-utf8"}"""),
            Places = FaultPlaces.Before,
        },
        new()
        {
            Kind = FaultKind.Oversize,
            Layer = FaultLayer.WebSocket,
            Summary = "one text frame of a given size between two frames",
            Example = KindExample.InFrame("""{"kind":"oversize","payloadBytes":16777217}"""),
            Places = FaultPlaces.Boundary,
            Needs = ["payloadBytes"],
        },
    ];
}
