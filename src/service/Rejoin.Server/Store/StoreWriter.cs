using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Rejoin.Server;

/// <summary>The one thread that writes: everything that waits goes into one transaction, and the callers learn of
/// it after the commit.</summary>
internal sealed class StoreWriter : IAsyncDisposable
{
    private const int LargestBatch = 1_024;

    private readonly StoreTransaction transaction;
    private readonly ILogger log;
    private readonly int batchLimit;
    private readonly Channel<IStoreWrite> waiting;
    private readonly List<IStoreWrite> batch = [];
    private readonly Thread thread;
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile StoreFailedException? failure;
    private volatile bool discarding;

    public StoreWriter(StoreTransaction transaction, bool groupCommit, int queueLimit, ILogger log)
    {
        this.transaction = transaction;
        this.log = log;
        batchLimit = groupCommit ? LargestBatch : 1;
        waiting = Channel.CreateBounded<IStoreWrite>(new BoundedChannelOptions(queueLimit) { SingleReader = true });
        thread = new Thread(Work) { IsBackground = true, Name = "rejoin-store" };
        thread.Start();
    }

    /// <summary>Completes with an error when the storage fails; never otherwise.</summary>
    public TaskCompletionSource<Exception> Failed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Puts a write at the end of the queue.</summary>
    /// <exception cref="StoreUnavailableException">The queue is full or closed; nothing was written.</exception>
    /// <exception cref="StoreFailedException">The storage failed.</exception>
    public Task<T> WriteAsync<T>(Func<StoreTransaction, T> execute)
    {
        if (failure is { } error)
        {
            return Task.FromException<T>(error);
        }

        var write = new StoreWrite<T>(execute);
        return waiting.Writer.TryWrite(write)
            ? write.Done
            : Task.FromException<T>(new StoreUnavailableException("The store's queue is full or closed."));
    }

    /// <summary>Ends the writer without carrying out what waits, as a crash would.</summary>
    public ValueTask AbandonAsync()
    {
        discarding = true;
        return DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        waiting.Writer.TryComplete();
        await ended.Task.ConfigureAwait(false);
    }

    private void Work()
    {
        // The thread is the writer's own, so it may block.
        while (waiting.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            batch.Clear();
            while (batch.Count < batchLimit && waiting.Reader.TryRead(out var write))
            {
                batch.Add(write);
            }

            Commit();
        }

        ended.TrySetResult();
    }

    private void Commit()
    {
        if (discarding)
        {
            Fail(batch, new StoreFailedException("The server was ended."));
            return;
        }

        if (TryCommit(batch) is not { } error)
        {
            return;
        }

        if (batch.Count == 1 || failure is not null)
        {
            Fail(batch, failure ?? (Exception)new StoreUnavailableException("The store rolled back.", error));
            return;
        }

        // One write that cannot be carried out must not take the others with it.
        foreach (var write in batch)
        {
            if (TryCommit([write]) is { } single)
            {
                write.Fail(failure ?? (Exception)new StoreUnavailableException("The store rolled back.", single));
            }
        }
    }

    private Exception? TryCommit(List<IStoreWrite> writes)
    {
        try
        {
            transaction.Begin();
            foreach (var write in writes)
            {
                write.Execute(transaction);
            }

            transaction.Commit();
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            Roll(error);
            return error;
        }

        foreach (var write in writes)
        {
            write.Complete();
        }

        return null;
    }

    private void Roll(Exception error)
    {
        StoreLog.WriteFailed(log, error);
        try
        {
            transaction.Rollback();
        }
        catch (SqliteException rollback)
        {
            Stop(rollback);
            return;
        }

        // After an error of the disk or the file nobody knows what is durable: stop, do not guess.
        if (error is SqliteException { SqliteErrorCode: 10 or 11 or 26 })
        {
            Stop(error);
        }
    }

    private void Stop(Exception error)
    {
        failure = new StoreFailedException("The storage failed; the fate of the last writes is unknown.", error);
        StoreLog.StorageFailed(log, error);
        Failed.TrySetResult(failure);
    }

    private static void Fail(List<IStoreWrite> writes, Exception error)
    {
        foreach (var write in writes)
        {
            write.Fail(error);
        }
    }
}
