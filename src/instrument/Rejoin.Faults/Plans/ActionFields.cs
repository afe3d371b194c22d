namespace Rejoin.Faults.Plans;

/// <summary>The fields of an action in the order in which they are written.</summary>
internal static class ActionFields
{
    public const int LongestMs = 3_600_000;

    /// <summary>Those that are whole numbers. Which kind has which: <see cref="FaultKindInfo"/>.</summary>
    public static IReadOnlyList<ActionNumber> Numbers { get; } =
    [
        new("closeCode", a => a.CloseCode, 0, ushort.MaxValue),
        new("delayMs", a => a.DelayMs, 1, LongestMs, " (ms)"),
        new("status", a => a.Status, 300, 599),
        new("retryAfterS", a => a.RetryAfterS, 0, 86_400, " (s)"),
        new("bytesPerSecond", a => a.BytesPerSecond, 1, 1_000_000_000),
        new("chunkBytes", a => a.ChunkBytes, 1, 65_536),
        new("count", a => a.Count, 1, 100_000),
        new("payloadBytes", a => a.PayloadBytes, 1, 256 * 1024 * 1024),
        new("seed", a => a.Seed, 0, int.MaxValue),
    ];

    /// <summary>The names of all.</summary>
    public static string[] Names { get; } = ["kind", .. Numbers.Select(n => n.Name), "header", "heal"];
}
