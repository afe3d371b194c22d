namespace Rejoin.Faults.Plans;

/// <summary>Kinds that end a connection by close frames.</summary>
internal static class CloseKinds
{
    public static FaultKindInfo[] All { get; } =
    [
        new()
        {
            Kind = FaultKind.Close,
            Layer = FaultLayer.WebSocket,
            Summary = "a close frame with a code towards both ends, then FIN",
            Example = KindExample.InFrame("""{"kind":"close","closeCode":1012}"""),
            IsCut = true,
            Places = FaultPlaces.Boundary | FaultPlaces.ResponseEnd,
            Needs = ["closeCode"],
        },
        new()
        {
            Kind = FaultKind.CloseEmpty,
            Layer = FaultLayer.WebSocket,
            Summary = "a close frame without a code towards both ends, then FIN",
            Example = KindExample.InFrame("""{"kind":"close-empty"}"""),
            IsCut = true,
            Places = FaultPlaces.Boundary | FaultPlaces.ResponseEnd,
        },
        new()
        {
            Kind = FaultKind.CloseIllegal,
            Layer = FaultLayer.WebSocket,
            Summary = "a close frame with a code that may not be sent, then FIN",
            Example = KindExample.InFrame("""{"kind":"close-illegal","closeCode":1006}"""),
            IsCut = true,
            Places = FaultPlaces.Boundary | FaultPlaces.ResponseEnd,
            Needs = ["closeCode"],
        },
        new()
        {
            Kind = FaultKind.CloseTruncated,
            Layer = FaultLayer.WebSocket,
            Summary = "a close frame with half a code towards both ends, then FIN",
            Example = KindExample.InFrame("""{"kind":"close-truncated"}"""),
            IsCut = true,
            Places = FaultPlaces.Boundary | FaultPlaces.ResponseEnd,
        },
        new()
        {
            Kind = FaultKind.DataAfterClose,
            Layer = FaultLayer.WebSocket,
            Summary = "a close frame and a text frame behind it, then FIN",
            Example = KindExample.InFrame("""{"kind":"data-after-close"}"""),
            IsCut = true,
            Places = FaultPlaces.Boundary | FaultPlaces.ResponseEnd,
        },
        new()
        {
            Kind = FaultKind.DropCloses,
            Layer = FaultLayer.WebSocket,
            Summary = "close frames of one direction are left out",
            Example = KindExample.InFrame("""{"kind":"drop-closes"}"""),
            Places = FaultPlaces.Boundary,
        },
    ];
}
