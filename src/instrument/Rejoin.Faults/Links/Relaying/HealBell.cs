namespace Rejoin.Faults.Links.Relaying;

/// <summary>The waits of faults that heal; each can be ended early. Thread-safe.</summary>
internal sealed class HealBell
{
    private readonly Lock _lock = new();
    private readonly List<(string FaultId, TaskCompletionSource Healed)> _waits = [];

    /// <summary>Waits for a time, or until the bell is rung.</summary>
    /// <param name="faultId">The fault that waits.</param>
    /// <param name="timeMs">The time; <see cref="Timeout.Infinite"/> for none.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Ends the wait with an exception.</param>
    public async Task WaitAsync(string faultId, int timeMs, TimeProvider time, CancellationToken cancellationToken)
    {
        var wait = (faultId, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        lock (_lock)
        {
            _waits.Add(wait);
        }

        using var early = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            var timer = Task.Delay(TimeSpan.FromMilliseconds(timeMs), time, early.Token);
            await (await Task.WhenAny(timer, wait.Item2.Task).ConfigureAwait(false)).ConfigureAwait(false);
        }
        finally
        {
            lock (_lock)
            {
                _waits.Remove(wait);
            }

            await early.CancelAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Ends the waits of one fault, or of all with null; says how many.</summary>
    public int Ring(string? faultId)
    {
        lock (_lock)
        {
            var rung = _waits.FindAll(wait => faultId is null || wait.FaultId == faultId);
            rung.ForEach(wait => wait.Healed.TrySetResult());
            return rung.Count;
        }
    }
}
