namespace Rejoin.Runner;

/// <summary>A condition that other threads make true: waiting without polling.</summary>
internal sealed class Signal
{
    private readonly Lock gate = new();
    private TaskCompletionSource changed = New();

    /// <summary>Changes what the conditions look at, and wakes who waits.</summary>
    public void Change(Action change)
    {
        TaskCompletionSource wake;
        lock (gate)
        {
            change();
            wake = changed;
            changed = New();
        }

        wake.SetResult();
    }

    /// <summary>Reads what the conditions look at.</summary>
    public T Read<T>(Func<T> read)
    {
        lock (gate)
        {
            return read();
        }
    }

    /// <summary>Waits until a condition holds; false if the bound passed first.</summary>
    public async Task<bool> UntilAsync(
        Func<bool> condition, TimeSpan bound, TimeProvider time, CancellationToken cancellation)
    {
        using var timeout = new CancellationTokenSource(bound, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
        while (true)
        {
            Task next;
            lock (gate)
            {
                if (condition())
                {
                    return true;
                }

                next = changed.Task;
            }

            try
            {
                await next.WaitAsync(either.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                return false;
            }
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
