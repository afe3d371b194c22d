using Rejoin.Faults.Plans;

namespace Rejoin.Runner.Scenarios.Repeated;

/// <summary>How a session loses its connection in each cycle.</summary>
internal static class CyclePlan
{
    /// <summary>Cycles of a session.</summary>
    public const int Cycles = 20;

    /// <summary>Cycles of a session that only warms the service up.</summary>
    public const int WarmUpCycles = 4;

    private const int TakeoverEvery = 5;
    private const int TakeoverTurn = 3;

    // Two reads come before the put or the message that is cut on its way.
    private const int FrameOfWrite = 3;

    // Verdict, end-of-replay mark, two answers, then event and ack.
    private const int FirstFrameOfAnswer = 4;
    private const int FramesOfAnswer = 3;

    /// <summary>Name of the cut of a connection.</summary>
    public static string CutOf(int connection) => $"cut-{connection}";

    /// <summary>Whether a connection has no cut: the client comes back while it is alive.</summary>
    /// <remarks>A cut that strikes during a resume costs a cycle another connection, so the last cycles may be beyond
    /// the cuts that were planned.</remarks>
    public static bool IsTakeover(int connection, int cycles) =>
        connection > cycles || connection % TakeoverEvery == TakeoverTurn;

    /// <summary>The cuts of a session, one for most of its first connections.</summary>
    /// <param name="session">Number of the session, so that kinds come in another order in each.</param>
    /// <param name="cycles">Cycles.</param>
    /// <param name="random">Random source.</param>
    public static IReadOnlyList<Fault> Cuts(int session, int cycles, Random random) =>
    [
        .. Enumerable.Range(1, cycles).Where(connection => !IsTakeover(connection, cycles))
            .Select(connection => Cut(session, connection, random)),
    ];

    private static Fault Cut(int session, int connection, Random random)
    {
        var cut = CutChoice.Kind(session + connection);
        var toService = random.Next(3) == 0;
        // Something was acked before the first connection is cut: it has event and ack in place of answers.
        var first = connection == 1 ? FirstFrameOfAnswer + 1 : FirstFrameOfAnswer;
        return new Fault
        {
            Id = CutOf(connection),
            At = new CutPoint
            {
                Connection = connection,
                Direction = toService ? Direction.ClientToService : Direction.ServiceToClient,
                Frame = toService ? FrameOfWrite : random.Next(first, first + FramesOfAnswer),
                Position = CutChoice.Position(cut, random),
            },
            Do = cut,
        };
    }
}
