using Rejoin.Faults.Plans;

namespace Rejoin.Runner.Scenarios.AgentState;

/// <summary>The draw of the two cuts of a trial: one around step 4 of the workflow, one while the client is back and
/// the workflow goes on.</summary>
/// <remarks>Places are counted in data frames of the fault-free conversation, so what is cut is the same in every
/// repetition up to the order in which an ack and an event overtake each other.</remarks>
internal static class StepCuts
{
    /// <summary>Values that are put before the workflow starts.</summary>
    public const int Puts = 5;

    private const int CutStep = 4;
    private const int EventsOfStep = 4;

    // Verdict and end-of-replay mark; then an event and an ack for every put and for the start.
    private const int FramesBeforeSteps = 2 + (2 * Puts) + 2;

    // Verdict, replay of what is left of the workflow, end mark; then answers and a reply.
    private const int FirstFrameOfReplay = 3;
    private const int LastFrameOfReplay = 8;
    private const int LastFrameOfReply = 26;

    /// <summary>The cuts of a trial: the first on connection 1, the second on connection 2.</summary>
    public static IReadOnlyList<Fault> Draw(int trial, Random random) => [First(trial, random), Second(trial, random)];

    /// <summary>Whether the client of a trial loses its memory at the first cut.</summary>
    public static bool Crashes(int trial) => trial % 6 == 5;

    /// <summary>Whether a value is put while step 4 is under way, and the cut strikes on its way to the
    /// service.</summary>
    public static bool PutsDuringStep(int trial) => trial % 4 == 3;

    private static Fault First(int trial, Random random)
    {
        var cut = CutChoice.Kind(trial);
        if (PutsDuringStep(trial))
        {
            return Cut(1, Direction.ClientToService, Puts + 2, cut, random);
        }

        // Started, called, returned, completed: the frame before which or in which the cut stands goes round.
        var frame = FramesBeforeSteps + ((CutStep - 1) * EventsOfStep) + 1 + (trial / 2 % EventsOfStep);
        return Cut(1, Direction.ServiceToClient, frame, cut, random);
    }

    private static Fault Second(int trial, Random random) => Cut(
        2,
        Direction.ServiceToClient,
        trial % 3 == 0
            ? random.Next(FirstFrameOfReplay, LastFrameOfReplay + 1)
            : random.Next(LastFrameOfReplay + 6, LastFrameOfReply + 1),
        CutChoice.Kind(trial + 1 + (trial / 6)),
        random);

    private static Fault Cut(int connection, Direction direction, int frame, FaultAction cut, Random random) => new()
    {
        Id = $"cut-{connection}",
        At = new CutPoint
        {
            Connection = connection,
            Direction = direction,
            Frame = frame,
            Position = CutChoice.Position(cut, random),
        },
        Do = cut,
    };
}
