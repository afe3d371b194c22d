namespace Rejoin.Faults.Plans;

/// <summary>Kinds that change when bytes come and in which pieces.</summary>
internal static class ShapingKinds
{
    public static FaultKindInfo[] All { get; } =
    [
        new()
        {
            Kind = FaultKind.Stall,
            Layer = FaultLayer.Tcp,
            Summary = "nothing is relayed for a time, then everything goes on, in order",
            Determinism = FaultDeterminism.Timed,
            Example = KindExample.InFrame("""{"kind":"stall","delayMs":250}"""),
            Needs = ["delayMs"],
        },
        new()
        {
            Kind = FaultKind.Delay,
            Layer = FaultLayer.Tcp,
            Summary = "latency: every chunk of one direction is held for a time",
            Determinism = FaultDeterminism.Timed,
            Example = KindExample.InFrame("""{"kind":"delay","delayMs":40}"""),
            Places = FaultPlaces.Frame,
            Needs = ["delayMs"],
        },
        new()
        {
            Kind = FaultKind.Jitter,
            Layer = FaultLayer.Tcp,
            Summary = "every chunk of one direction is held for a time drawn from a seed",
            Determinism = FaultDeterminism.Timed,
            Example = KindExample.InFrame("""{"kind":"jitter","delayMs":40,"seed":7}"""),
            Places = FaultPlaces.Frame,
            Needs = ["delayMs"],
            Takes = ["seed"],
        },
        new()
        {
            Kind = FaultKind.Bandwidth,
            Layer = FaultLayer.Tcp,
            Summary = "one direction takes so many bytes a second and is read no faster",
            Determinism = FaultDeterminism.Timed,
            Example = KindExample.InFrame("""{"kind":"bandwidth","bytesPerSecond":8000}"""),
            Places = FaultPlaces.Frame,
            Needs = ["bytesPerSecond"],
        },
        new()
        {
            Kind = FaultKind.Slice,
            Layer = FaultLayer.Tcp,
            Summary = "one direction is written in pieces of so many bytes",
            Example = KindExample.InFrame("""{"kind":"slice","chunkBytes":1}"""),
            Places = FaultPlaces.Frame,
            Needs = ["chunkBytes"],
            Takes = ["delayMs"],
        },
        new()
        {
            Kind = FaultKind.Coalesce,
            Layer = FaultLayer.Tcp,
            Summary = "what comes within a time is written as one",
            Determinism = FaultDeterminism.Timed,
            Example = KindExample.InFrame("""{"kind":"coalesce","delayMs":50}"""),
            Places = FaultPlaces.Frame,
            Needs = ["delayMs"],
        },
    ];
}
