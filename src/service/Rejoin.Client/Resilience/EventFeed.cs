using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Rejoin.Client;

/// <summary>The events as one asynchronous sequence: an event counts as processed when the reader asks for the next
/// one.
/// </summary>
internal sealed class EventFeed
{
    private readonly Channel<SessionEvent> offered = Channel.CreateBounded<SessionEvent>(1);
    private readonly Channel<bool> taken = Channel.CreateUnbounded<bool>();
    private SessionEvent? open;
    private int readers;

    /// <summary>Offers an event; complete when it was processed.</summary>
    public async ValueTask OfferAsync(SessionEvent next, CancellationToken cancellationToken)
    {
        await offered.Writer.WriteAsync(next, cancellationToken).ConfigureAwait(false);
        _ = await taken.Reader.ReadAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Ends the sequence after what was offered, with a failure or without.</summary>
    public void Complete(ClientError? error) => offered.Writer.TryComplete(
        error is null ? null : new RejoinClientException(error));

    /// <summary>The sequence. A reader that stops in the middle of an event gives it back to the next one.</summary>
    public async IAsyncEnumerable<SessionEvent> ReadAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        if (Interlocked.Exchange(ref readers, 1) == 1)
        {
            throw new InvalidOperationException("The events have one reader at a time.");
        }

        try
        {
            while (open is not null || await offered.Reader.WaitToReadAsync(cancellationToken).ConfigureAwait(false))
            {
                if (open is null && !offered.Reader.TryRead(out open))
                {
                    continue;
                }

                yield return open!;
                open = null;
                taken.Writer.TryWrite(true);
            }
        }
        finally
        {
            Volatile.Write(ref readers, 0);
        }
    }
}
