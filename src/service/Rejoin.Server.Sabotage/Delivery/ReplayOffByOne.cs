namespace Rejoin.Server.Sabotage;

/// <summary>A replay of two or more events leaves out the first.</summary>
internal static class ReplayOffByOne
{
    private const int FewestEvents = 2;

    public static PlantedBug Bug { get; } = new(static () => new ServerSeams
    {
        Replay = replay => new AlteredReplay(replay, SkipFirst),
    })
    {
        Id = "replay-off-by-one",
        Check = "RJ111",
        Wrong = "begins a replay one event too late",
        Defence = "the replay from the presented offset plus one",
    };

    private static IAsyncEnumerable<OutgoingFrame> SkipFirst(
        ReplayRequest request, IAsyncEnumerable<OutgoingFrame> frames) =>
        request.To - request.From < FewestEvents
            ? frames
            : frames.Where(frame => frame.DeliveredOffset != request.From + 1);
}
