using System.Runtime.CompilerServices;
using Rejoin.Protocol;

namespace Rejoin.Server;

/// <summary>Frames from memory where they are still there, else from the store, page by page.</summary>
internal sealed class ReplaySource(ISessionStore store) : IReplaySource
{
    private const int PageSize = 256;

    public async IAsyncEnumerable<OutgoingFrame> ReadAsync(
        ReplayRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (request.Snapshot is { } snapshot)
        {
            yield return MessageFrame.Of(snapshot, snapshot.Offset);
        }

        var cursor = request.From;
        while (cursor < request.To)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var upTo = Math.Min(request.To, cursor + PageSize);
            var page = request.Live?.CopyCached(cursor, upTo)
                ?? await ReadStoredAsync(request.Session, cursor, upTo).ConfigureAwait(false);
            foreach (var frame in page)
            {
                cursor++;
                yield return new OutgoingFrame(frame, cursor);
            }
        }

        yield return MessageFrame.Of(new Replayed { Offset = request.To, Digest = request.Digest });
    }

    private async Task<ReadOnlyMemory<byte>[]> ReadStoredAsync(string session, long after, long upTo)
    {
        var events = await store.ReadEventsAsync(session, after, upTo, PageSize).ConfigureAwait(false);
        if (events.Count != upTo - after || events[0].Offset != after + 1)
        {
            // Trimmed or ended since the verdict: the client comes back and gets another verdict.
            throw new InvalidOperationException($"Events {after + 1} to {upTo} of '{session}' are not there any more.");
        }

        return [.. events.Select(entry => entry.Frame)];
    }
}
