using System.Runtime.CompilerServices;
using System.Text.Json;
using Rejoin.Protocol;

namespace Rejoin.Server.Sabotage;

/// <summary>A replay is announced before it begins: one notice for each event that is missing.</summary>
/// <remarks>Whoever hears it to the end has lost nothing but time. A client that is cut off in the middle of it every
/// time never gets an event.</remarks>
internal static class AnnounceReplay
{
    private static readonly OutgoingFrame Announcement = new(JsonSerializer.SerializeToUtf8Bytes(
        new Notice { Code = NoticeCode.Draining, InMs = 0 }, ProtocolJson.Default.ServerMessage));

    public static PlantedBug Bug { get; } = new(static () => new ServerSeams
    {
        Replay = replay => new AlteredReplay(replay, (request, frames) => Announced(request, frames)),
    })
    {
        Id = "announce-replay",
        Check = "RJ703",
        Scenario = "sweep",
        Wrong = "sends a notice for each missed event before it replays the first one",
        Defence = "the replay that begins right behind the verdict",
    };

    private static async IAsyncEnumerable<OutgoingFrame> Announced(
        ReplayRequest request, IAsyncEnumerable<OutgoingFrame> frames,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        for (var missed = request.From; missed < request.To; missed++)
        {
            yield return Announcement;
        }

        await foreach (var frame in frames.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            yield return frame;
        }
    }
}
