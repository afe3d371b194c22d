using System.Runtime.CompilerServices;

namespace Rejoin.Server.Sabotage;

/// <summary>The last event of a replay comes again after the end mark, as the first of the live ones.</summary>
internal static class ReplayLiveOverlap
{
    public static PlantedBug Bug { get; } = new(static () => new ServerSeams
    {
        Replay = replay => new AlteredReplay(
            replay, static (request, frames) => request.To > request.From ? Overlap(frames) : frames),
    })
    {
        Id = "replay-live-overlap",
        Check = "RJ112",
        Wrong = "sends the last event of a replay again after the end mark",
        Defence = "the one head that parts replay from live events",
    };

    private static async IAsyncEnumerable<OutgoingFrame> Overlap(
        IAsyncEnumerable<OutgoingFrame> frames, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        OutgoingFrame last = default;
        await foreach (var frame in frames.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            last = frame.DeliveredOffset > 0 ? frame : last;
            yield return frame;
        }

        yield return last;
    }
}
