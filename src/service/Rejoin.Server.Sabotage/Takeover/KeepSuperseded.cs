using System.Collections.Concurrent;

namespace Rejoin.Server.Sabotage;

/// <summary>The first connection of a session that is superseded is not closed, and its place is never given
/// back.</summary>
/// <remarks>Nothing is sent on it and its operations are refused. The place is kept, not the connection, or the heap
/// would grow.</remarks>
internal sealed class KeepSuperseded
{
    private readonly PerSession<Count> takeovers = new();
    private readonly ConcurrentDictionary<long, bool> kept = new();

    public static PlantedBug Bug { get; } = new(static () => new KeepSuperseded().Seams())
    {
        Id = "keep-superseded",
        Check = "RJ303",
        Scenario = "repeated",
        Wrong = "never closes the first connection of a session that is superseded and counts it for ever",
        Defence = "the end of a connection whose session was taken over",
    };

    private ServerSeams Seams() => new()
    {
        Takeover = takeover => new AlteredTakeover(takeover, Supersede),
        Places = places => new AlteredPlaces(places, kept.ContainsKey),
    };

    private void Supersede(SupersededConnection older, Action next)
    {
        if (Interlocked.Increment(ref takeovers.Of(older.Session).Value) == 1)
        {
            kept[older.Ordinal] = true;
        }
        else
        {
            next();
        }
    }
}
