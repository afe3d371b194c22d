using Rejoin.Faults.Plans;

namespace Rejoin.Runner;

/// <summary>A kind of cut that a sweep carries out at every point.</summary>
/// <param name="Id">Id, as <c>--kinds</c> takes it.</param>
/// <param name="Do">What is done at the point.</param>
/// <param name="Places">Which places of a frame it goes with.</param>
public sealed record SweepKind(string Id, FaultAction Do, SweepPlaces Places)
{
    /// <summary>All kinds, in the order in which a sweep takes them.</summary>
    public static IReadOnlyList<SweepKind> All { get; } =
    [
        new("fin", new() { Kind = FaultKind.Fin }, SweepPlaces.Everywhere),
        new("rst", new() { Kind = FaultKind.Rst }, SweepPlaces.Everywhere),
        new("half-open-client-lost", new() { Kind = FaultKind.HalfOpenClientLost }, SweepPlaces.Everywhere),
        new("half-open-service-lost", new() { Kind = FaultKind.HalfOpenServiceLost }, SweepPlaces.Everywhere),
        new("black-hole", new() { Kind = FaultKind.BlackHole }, SweepPlaces.Everywhere),
        new("close-1001", Close(1001), SweepPlaces.Boundaries),
        new("close-1011", Close(1011), SweepPlaces.Boundaries),
        new("close-1012", Close(1012), SweepPlaces.Boundaries),
        new("truncate", new() { Kind = FaultKind.Fin }, SweepPlaces.Middles),
    ];

    /// <summary>Kind with an id; null if there is none.</summary>
    public static SweepKind? Find(string id) => All.FirstOrDefault(kind => kind.Id == id);

    private static FaultAction Close(int code) => new() { Kind = FaultKind.Close, CloseCode = code };
}
