using Rejoin.Protocol;

namespace Rejoin.Server.Sabotage;

/// <summary>A superseded connection goes on getting what the newer one gets, and is closed with it; its own operations
/// are refused.</summary>
internal sealed class ServeSuperseded
{
    private readonly PerSession<List<Served>> served = new();

    public static PlantedBug Bug { get; } = new(static () => new ServeSuperseded().Seams())
    {
        Id = "serve-superseded",
        Check = "RJ302",
        Scenario = "location",
        Wrong = "goes on sending live events to a connection that a newer one has superseded",
        Defence = "the one receiver of a session's live events",
    };

    private ServerSeams Seams() => new()
    {
        Takeover = takeover => new AlteredTakeover(takeover, (older, _) => Keep(older)),
        Writer = writer => new AlteredWriter(writer, Copy, CloseOlder),
    };

    private void Keep(SupersededConnection older)
    {
        var connections = served.Of(older.Session);
        lock (connections)
        {
            connections.Add(new Served(older));
        }
    }

    private void Copy(ConnectionInfo newer, OutgoingFrame frame)
    {
        var connections = served.Of(newer.Session);
        lock (connections)
        {
            foreach (var each in connections)
            {
                each.Take(newer, frame);
            }
        }
    }

    private void CloseOlder(ConnectionInfo newer)
    {
        var connections = served.Of(newer.Session);
        lock (connections)
        {
            foreach (var each in connections.Where(each => each.Older.Generation < newer.Generation))
            {
                each.Older.End(CloseCode.Superseded, string.Empty);
            }

            connections.RemoveAll(each => each.Older.Generation < newer.Generation);
        }
    }

    private sealed class Served(SupersededConnection older)
    {
        private long last = older.Head;

        public SupersededConnection Older => older;

        // Neither a gap nor an event twice, or another check would speak.
        public void Take(ConnectionInfo newer, OutgoingFrame frame)
        {
            if (older.Generation < newer.Generation && frame.DeliveredOffset == last + 1)
            {
                last = frame.DeliveredOffset;
                older.Deliver(frame);
            }
        }
    }
}
