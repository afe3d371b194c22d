using Rejoin.Faults.Plans;

namespace Rejoin.Runner.Scenarios.History;

/// <summary>The draw of a trial's cuts.</summary>
/// <remarks>Which kind comes in which trial is dealt out in turn, so that every kind occurs in every round; where it
/// strikes is random. A cut never strikes before the first message of its connection was acked or the connection
/// resumed, so that there is something to keep.</remarks>
internal static class CutDraw
{
    /// <summary>Connections of a trial that are cut.</summary>
    public const int Cuts = 2;

    private const int LongestGapMs = 20;
    private const int Roles = 8;

    // History, context, history: what a client that restarted reads first.
    private const int ReadsAfterCrash = 3;

    // The first reply has at least: verdict, end mark, message, ack, four pieces, final message.
    private const int FirstSafeFrame = 6;
    private const int LastFrame = 16;

    /// <summary>The cuts of a trial, one per connection from the first on.</summary>
    public static IReadOnlyList<CutPlan> Draw(int trial, Random random)
    {
        var plans = new List<CutPlan>();
        for (var connection = 1; connection <= Cuts; connection++)
        {
            plans.Add(Draw(trial, connection, plans.LastOrDefault()?.Crash == true, random));
        }

        return plans;
    }

    private static CutPlan Draw(int trial, int connection, bool afterCrash, Random random)
    {
        // Shifted by one every eight trials, so that each role meets the first and the second connection.
        var turn = ((trial - 1) * Cuts) + connection - 1 + ((trial - 1) / Roles);
        if (afterCrash)
        {
            return new CutPlan { Fault = AfterReads(connection, random) };
        }

        var gap = TimeSpan.FromMilliseconds(random.Next(LongestGapMs + 1));
        return (turn % Roles) switch
        {
            // The client comes back over a new connection while the old one is alive.
            3 => new CutPlan { Gap = gap, Pipelined = random.Next(2) == 0 },
            // A message reaches the service whole, its ack does not come back, and the client dies.
            6 => new CutPlan { Fault = Lost(connection, random), Crash = true, Gap = gap },
            // The same, but the client lives and sends the message again.
            1 => new CutPlan { Fault = Lost(connection, random), Gap = gap },
            _ => new CutPlan { Fault = Anywhere(turn, connection, random), Gap = gap, Pipelined = random.Next(2) == 0 },
        };
    }

    private static Fault Lost(int connection, Random random) => new()
    {
        Id = $"cut-{connection}",
        At = new CutPoint
        {
            Connection = connection,
            Direction = Direction.ClientToService,
            Frame = connection == 1 ? random.Next(2, 4) : random.Next(1, 3),
            Position = FramePosition.After,
        },
        Do = new FaultAction { Kind = random.Next(2) == 0 ? FaultKind.Fin : FaultKind.HalfOpenClientLost },
    };

    /// <summary>A cut that leaves a restarted client the time to look twice at what became of its last
    /// message.</summary>
    private static Fault AfterReads(int connection, Random random) => new()
    {
        Id = $"cut-{connection}",
        At = new CutPoint
        {
            Connection = connection,
            Direction = Direction.ClientToService,
            Frame = ReadsAfterCrash + random.Next(1, 4),
            Position = CutChoice.Position(random),
        },
        Do = new FaultAction { Kind = random.Next(2) == 0 ? FaultKind.Rst : FaultKind.Fin },
    };

    private static Fault Anywhere(int turn, int connection, Random random)
    {
        var cut = CutChoice.Kind(turn);
        var toService = random.Next(3) == 0;
        var first = toService ? (connection == 1 ? 2 : 1) : (connection == 1 ? FirstSafeFrame : 2);
        var last = toService ? first + 2 : LastFrame;
        return new Fault
        {
            Id = $"cut-{connection}",
            At = new CutPoint
            {
                Connection = connection,
                Direction = toService ? Direction.ClientToService : Direction.ServiceToClient,
                Frame = random.Next(first, last + 1),
                Position = CutChoice.Position(cut, random),
            },
            Do = cut,
        };
    }
}
