namespace Rejoin.Bench;

/// <summary>What group commit is worth.</summary>
internal static class AcksQuestion
{
    private const int Writers = 256;
    private static readonly TimeSpan MeasureTime = TimeSpan.FromSeconds(2);

    /// <summary>Measures and prints; true if the goal was met.</summary>
    public static async Task<bool> RunAsync(int rounds, TextWriter output)
    {
        await using var group = await AckStore.StartAsync(groupCommit: true, Writers);
        await using var single = await AckStore.StartAsync(groupCommit: false, Writers);
        return await Comparison.RunAsync(
            new("acks", $"durable acks of the store for {Writers} writers at once, SQLite with synchronous=FULL",
                "acks/s", Goal: 5, AtLeast: true, GoalSubject.Ratio),
            new("group commit", () => group.MeasureAsync(MeasureTime)),
            new("one per transaction", () => single.MeasureAsync(MeasureTime)),
            rounds, output);
    }
}
