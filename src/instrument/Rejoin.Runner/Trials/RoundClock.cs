using Rejoin.Checks;

namespace Rejoin.Runner;

/// <summary>The passing of time for the trials of one round: the service's clock is moved when every trial that is
/// under way waits for it, to the nearest moment that one of them waits for.</summary>
/// <remarks>A service whose clock cannot be moved is waited for. Each move is a line in the history of each trial that
/// is under way.</remarks>
internal sealed class RoundClock(ITargetControl? control, TimeProvider time)
{
    private static readonly TimeSpan DetachBound = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan PollEvery = TimeSpan.FromMilliseconds(5);
    private readonly Lock gate = new();
    private readonly long start = time.GetTimestamp();
    private readonly Dictionary<HistoryRecorder, Wait?> members = [];
    private TimeSpan moved;
    private bool isMoving;

    /// <summary>Whether absences take no real time.</summary>
    public bool CanMove => control is not null;

    private TimeSpan Now => time.GetElapsedTime(start) + moved;

    /// <summary>Takes a trial into the count of those under way.</summary>
    public void Join(HistoryRecorder trial)
    {
        lock (gate)
        {
            members.Add(trial, null);
        }
    }

    /// <summary>Takes a trial out again.</summary>
    public async Task LeaveAsync(HistoryRecorder trial, CancellationToken cancellation)
    {
        lock (gate)
        {
            members.Remove(trial);
        }

        await MoveAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>Lets time pass for a trial that does nothing meanwhile.</summary>
    public async Task PassAsync(HistoryRecorder trial, TimeSpan absence, CancellationToken cancellation)
    {
        if (control is null)
        {
            await Task.Delay(absence, time, cancellation).ConfigureAwait(false);
            return;
        }

        Wait wait;
        lock (gate)
        {
            wait = new Wait(Now + absence);
            members[trial] = wait;
        }

        await MoveAsync(cancellation).ConfigureAwait(false);
        await wait.Over.Task.WaitAsync(cancellation).ConfigureAwait(false);
    }

    private async Task MoveAsync(CancellationToken cancellation)
    {
        while (TryBegin())
        {
            try
            {
                await DetachedAsync(cancellation).ConfigureAwait(false);
                var by = ToNearest();
                if (by > TimeSpan.Zero)
                {
                    await control!.AdvanceAsync(by, cancellation).ConfigureAwait(false);
                }

                End(by);
            }
            catch (Exception error) when (error is HttpRequestException or IOException or OperationCanceledException)
            {
                Fail(error);
            }
        }
    }

    /// <summary>Waits until the service knows that nobody is there: an absence counts from then on.</summary>
    private async Task DetachedAsync(CancellationToken cancellation)
    {
        var begun = time.GetTimestamp();
        while (await control!.AttachedSessionsAsync(cancellation).ConfigureAwait(false) is var attached and > 0)
        {
            if (time.GetElapsedTime(begun) >= DetachBound)
            {
                throw new IOException(
                    $"{attached} sessions still have a connection {DetachBound.TotalSeconds:0} s after their clients "
                        + "lost it, so no absence can begin");
            }

            await Task.Delay(PollEvery, time, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Whether everybody who is under way waits, and no move is under way.</summary>
    private bool TryBegin()
    {
        lock (gate)
        {
            var isReady = !isMoving && members.Count > 0 && members.Values.All(wait => wait is not null);
            isMoving |= isReady;
            return isReady;
        }
    }

    private TimeSpan ToNearest()
    {
        lock (gate)
        {
            var nearest = members.Values.OfType<Wait>().Select(wait => wait.Due).DefaultIfEmpty(Now).Min() - Now;
            // A service's clock moves by whole milliseconds.
            return nearest > TimeSpan.Zero
                ? TimeSpan.FromMilliseconds(Math.Ceiling(nearest.TotalMilliseconds))
                : TimeSpan.Zero;
        }
    }

    private void End(TimeSpan by)
    {
        var over = new List<Wait>();
        lock (gate)
        {
            isMoving = false;
            moved += by;
            foreach (var (trial, wait) in members.ToList())
            {
                if (by > TimeSpan.Zero)
                {
                    Write(trial, by);
                }

                if (wait is not null && wait.Due <= Now)
                {
                    members[trial] = null;
                    over.Add(wait);
                }
            }
        }

        over.ForEach(wait => wait.Over.SetResult());
    }

    /// <summary>Ends every wait with an error: the time that they wait for does not come.</summary>
    private void Fail(Exception error)
    {
        List<Wait> failed;
        lock (gate)
        {
            isMoving = false;
            failed = [.. members.Values.OfType<Wait>()];
            foreach (var trial in members.Keys.ToList())
            {
                members[trial] = null;
            }
        }

        failed.ForEach(wait => wait.Over.SetException(error));
    }

    private static void Write(HistoryRecorder trial, TimeSpan by) => trial.Write((index, timeNs) => new HistoryEvent
    {
        Index = index, TimeNs = timeNs, Type = HistoryEventType.Clock, AdvancedMs = (long)by.TotalMilliseconds,
    });

    private sealed class Wait(TimeSpan due)
    {
        public TimeSpan Due => due;

        public TaskCompletionSource Over { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
