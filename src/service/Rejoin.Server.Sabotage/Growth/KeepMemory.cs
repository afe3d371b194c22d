using System.Collections.Concurrent;

namespace Rejoin.Server.Sabotage;

/// <summary>Each attach leaves 10 kB behind that nobody uses.</summary>
internal sealed class KeepMemory
{
    private const int Bytes = 10_240;
    private const int Limit = 16_384;
    private readonly ConcurrentQueue<byte[]> kept = new();

    public static PlantedBug Bug { get; } = new(static () => new KeepMemory().Seams())
    {
        Id = "keep-memory",
        Check = "RJ804",
        Scenario = "repeated",
        Exit = 3,
        Wrong = "keeps 10 kB of memory for every attach for ever",
        Defence = "the release of all that a connection used",
    };

    private ServerSeams Seams() => new()
    {
        Attach = attach => new AlteredAttach(attach, (_, next, _) =>
        {
            kept.Enqueue(new byte[Bytes]);
            _ = kept.Count > Limit && kept.TryDequeue(out _);
            return next();
        }),
    };
}
