using System.Threading.Channels;

namespace Rejoin.Client;

/// <summary>The one place from which the application is called: one event at a time, in order, and the cursor moves
/// after each.</summary>
internal sealed class Deliverer : IAsyncDisposable
{
    private readonly Func<SessionEvent, CancellationToken, ValueTask> handler;
    private readonly CursorKeeper cursor;
    private readonly bool report;
    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly CancellationTokenSource lifetime = new();
    private readonly Channel<DeliveryItem>? queue;
    private readonly Task pump = Task.CompletedTask;
    private int holder;

    public Deliverer(
        RejoinSessionOptions options, Func<SessionEvent, CancellationToken, ValueTask> handler, CursorKeeper cursor)
    {
        this.handler = handler;
        this.cursor = cursor;
        report = options.Integrity == IntegrityPolicy.Report;
        if (options.EventQueueCapacity > 0)
        {
            queue = Channel.CreateBounded<DeliveryItem>(
                new BoundedChannelOptions(options.EventQueueCapacity) { SingleReader = true });
            pump = Task.Run(PumpAsync);
        }
    }

    /// <summary>Makes a connection the one whose events count, when the handler has returned from what it is at.
    /// </summary>
    /// <returns>The cursor, which older connections no longer move.</returns>
    public async Task<SessionCursor?> HandToAsync(int connection, CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            holder = connection;
            return cursor.Current;
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Hands over, now or after what is queued; waits while the queue is full.</summary>
    public ValueTask EnqueueAsync(DeliveryItem item, CancellationToken cancellationToken) => queue is null
        ? HandOverAsync(item)
        : queue.Writer.WriteAsync(item, cancellationToken);

    /// <summary>Hands over something that no waiting reader stands behind; lost when the session has ended.</summary>
    public async Task EnqueueLastAsync(DeliveryItem item)
    {
        try
        {
            await EnqueueAsync(item, lifetime.Token).ConfigureAwait(false);
        }
        catch (Exception error) when (error is OperationCanceledException or ChannelClosedException)
        {
            // The session object has ended: its application is called no more.
        }
    }

    /// <summary>Waits until everything that is queued was handed over, or the application is called no more.</summary>
    public async Task DrainAsync(CancellationToken cancellationToken)
    {
        var drained = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await EnqueueLastAsync(new DeliveryItem(null, null, null, drained.SetResult)).ConfigureAwait(false);
        await Task.WhenAny(drained.Task, queue is null ? drained.Task : pump).WaitAsync(cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>Stops calling the application, at once.</summary>
    public void Stop()
    {
        if (!lifetime.IsCancellationRequested)
        {
            lifetime.Cancel();
            queue?.Writer.TryComplete();
        }
    }

    public async ValueTask DisposeAsync()
    {
        Stop();
        await pump.ConfigureAwait(false);
    }

    private async Task PumpAsync()
    {
        try
        {
            await foreach (var item in queue!.Reader.ReadAllAsync(lifetime.Token).ConfigureAwait(false))
            {
                await HandOverAsync(item).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (lifetime.IsCancellationRequested)
        {
            // Stopped.
        }
    }

    private async ValueTask HandOverAsync(DeliveryItem item)
    {
        if (item is not { Source: { } source, Event: { } next })
        {
            item.Done?.Invoke();
            return;
        }

        await gate.WaitAsync(lifetime.Token).ConfigureAwait(false);
        try
        {
            var superseded = source.Ordinal != holder;
            if (source.IsDeliveryStopped || (superseded && !IsForSuperseded(next)))
            {
                return;
            }

            var handed = superseded && next is LogEvent log ? log with { IsSuperseded = true } : next;
            var after = superseded ? cursor.Current : cursor.After(next, item.Digest);
            handed.Cursor = after;
            if (await CallAsync(handed, source).ConfigureAwait(false) && !superseded)
            {
                cursor.Current = after;
                Processed(item, source);
            }
        }
        finally
        {
            gate.Release();
        }
    }

    private async ValueTask<bool> CallAsync(SessionEvent handed, SessionConnection source)
    {
        try
        {
            await handler(handed, lifetime.Token).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException) when (lifetime.IsCancellationRequested)
        {
            return false;
        }
        catch (Exception error)
        {
            source.HandlerFailed(error);
            return false;
        }
    }

    private static void Processed(DeliveryItem item, SessionConnection source)
    {
        if (item.Event is LogEvent { Event.Offset: var offset })
        {
            source.Processed(offset);
        }
        else if (item.Event is SnapshotTaken { Snapshot.Offset: var upTo })
        {
            source.Processed(upTo);
        }

        item.Done?.Invoke();
    }

    private bool IsForSuperseded(SessionEvent what) => what is ConnectionClosed
        || (report && what is LogEvent or IntegrityObserved);
}
