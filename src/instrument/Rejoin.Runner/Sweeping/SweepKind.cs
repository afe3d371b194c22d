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

    /// <summary>The kinds that go with a conversation: an absence begins when the service knows of it, so in one with
    /// absences only what the service notices at once.</summary>
    /// <exception cref="RejoinException">None does.</exception>
    internal static IReadOnlyList<SweepKind> For(ConversationScript script, IReadOnlyList<SweepKind> kinds)
    {
        var fit = script.HasAbsences ? [.. kinds.Where(kind => kind.IsNoticed)] : kinds;
        return fit.Count > 0 ? fit : throw new RejoinException(
            $"The conversation '{script.Id}' has absences, and the service notices no cut of the kinds "
                + $"{string.Join(", ", kinds.Select(kind => kind.Id))}, so no absence could begin.",
            $"Use other kinds: {string.Join(", ", All.Where(kind => kind.IsNoticed).Select(kind => kind.Id))}.");
    }

    private bool IsNoticed => Do.Kind is not (FaultKind.HalfOpenClientLost or FaultKind.BlackHole);

    /// <summary>Kind with an id; null if there is none.</summary>
    public static SweepKind? Find(string id) => All.FirstOrDefault(kind => kind.Id == id);

    private static FaultAction Close(int code) => new() { Kind = FaultKind.Close, CloseCode = code };
}
