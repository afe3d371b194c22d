using Rejoin.Checks;
using Rejoin.Drivers;

namespace Rejoin.Cli;

/// <summary>What a driver under examination reports, and a way to wait for it.</summary>
internal sealed class ExamObserver(TimeProvider time) : IDriverObserver
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(5);
    private readonly Lock gate = new();
    private readonly List<ReceivedEvent> events = [];
    private readonly Dictionary<int, ConnectionEnd> ends = [];
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Events so far.</summary>
    public IReadOnlyList<ReceivedEvent> Events
    {
        get
        {
            lock (gate)
            {
                return [.. events];
            }
        }
    }

    /// <summary>How a connection ended; null if it was not said.</summary>
    public ConnectionEnd? EndOf(int connection)
    {
        lock (gate)
        {
            return ends.GetValueOrDefault(connection);
        }
    }

    public void Received(int connection, ReceivedEvent received) => Change(() => events.Add(received));

    public void Noticed(int connection, string notice)
    {
    }

    public void Closed(int connection, ConnectionEnd end) => Change(() => ends[connection] = end);

    /// <summary>Waits for a condition, 5 s at most; false if it did not become true.</summary>
    public async Task<bool> UntilAsync(Func<bool> condition, CancellationToken cancellation)
    {
        using var bound = new CancellationTokenSource(Bound, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(bound.Token, cancellation);
        while (true)
        {
            Task next;
            lock (gate)
            {
                next = changed.Task;
            }

            if (condition())
            {
                return true;
            }

            try
            {
                await next.WaitAsync(either.Token);
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                return condition();
            }
        }
    }

    private void Change(Action change)
    {
        TaskCompletionSource before;
        lock (gate)
        {
            change();
            before = changed;
            changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        before.TrySetResult();
    }
}
