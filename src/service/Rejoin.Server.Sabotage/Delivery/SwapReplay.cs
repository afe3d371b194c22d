using System.Runtime.CompilerServices;

namespace Rejoin.Server.Sabotage;

/// <summary>From the second resume of a session on, the first two events of a replay change places.</summary>
/// <remarks>A cut between the two would make a gap of it, so the first resume is left alone: the scenario cuts the
/// connection after it.</remarks>
internal static class SwapReplay
{
    private const int FewestEvents = 2;
    private const long FirstGeneration = 3;

    public static PlantedBug Bug { get; } = new(static () => new ServerSeams
    {
        Replay = replay => new AlteredReplay(replay, (request, frames) => IsMeant(request) ? Swap(frames) : frames),
    })
    {
        Id = "swap-replay",
        Check = "RJ113",
        Wrong = "sends the first two events of a replay in the wrong order, from the second resume of a session on",
        Defence = "the replay in the order of the log",
    };

    private static bool IsMeant(ReplayRequest request) => request.Generation >= FirstGeneration
        && request.Snapshot is null && request.To - request.From >= FewestEvents;

    private static async IAsyncEnumerable<OutgoingFrame> Swap(
        IAsyncEnumerable<OutgoingFrame> frames, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        OutgoingFrame? held = null;
        var number = 0;
        await foreach (var frame in frames.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            number++;
            if (number == 1)
            {
                held = frame;
                continue;
            }

            yield return frame;
            if (held is { } first)
            {
                // The client may ack what it has: never less than after the frame before.
                yield return first with { DeliveredOffset = frame.DeliveredOffset };
                held = null;
            }
        }
    }
}
