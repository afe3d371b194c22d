namespace Rejoin.Faults.Plans;

/// <summary>Kinds that no network has: they model a broken intermediary.</summary>
internal static class BeyondKinds
{
    public static FaultKindInfo[] All { get; } =
    [
        new()
        {
            Kind = FaultKind.Drop,
            Layer = FaultLayer.Beyond,
            Summary = "one frame is left out",
            Example = KindExample.InFrame("""{"kind":"drop"}"""),
            Places = FaultPlaces.Before,
        },
        new()
        {
            Kind = FaultKind.Duplicate,
            Layer = FaultLayer.Beyond,
            Summary = "one frame is sent twice",
            Example = KindExample.InFrame("""{"kind":"duplicate"}"""),
            Places = FaultPlaces.Before,
        },
        new()
        {
            Kind = FaultKind.Swap,
            Layer = FaultLayer.Beyond,
            Summary = "one frame is sent after the next",
            Example = KindExample.InFrame("""{"kind":"swap"}"""),
            Places = FaultPlaces.Before,
        },
        new()
        {
            Kind = FaultKind.Corrupt,
            Layer = FaultLayer.Beyond,
            Summary = "one bit of one frame's payload is turned",
            Example = KindExample.InFrame("""{"kind":"corrupt"}"""),
            Places = FaultPlaces.Before,
        },
    ];
}
