namespace Rejoin.Server;

/// <summary>A timer on a clock that can be moved: a system timer that is set anew whenever the clock moves.</summary>
internal sealed class ShiftedTimer : ITimer
{
    // A system timer takes 49 days at most; a longer one is set anew when it wakes.
    private const long LongestTicks = 30 * TimeSpan.TicksPerDay;

    private readonly ShiftedTimeProvider clock;
    private readonly TimerCallback callback;
    private readonly object? state;
    private readonly Lock gate = new();
    private readonly ITimer inner;
    private long dueAt = long.MaxValue;
    private TimeSpan period = Timeout.InfiniteTimeSpan;
    private bool disposed;

    public ShiftedTimer(ShiftedTimeProvider clock, TimerCallback callback, object? state)
    {
        this.clock = clock;
        this.callback = callback;
        this.state = state;
        inner = TimeProvider.System.CreateTimer(
            static timer => ((ShiftedTimer)timer!).Fire(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        lock (gate)
        {
            if (disposed)
            {
                return false;
            }

            this.period = period > TimeSpan.Zero ? period : Timeout.InfiniteTimeSpan;
            SetDue(dueTime);
            return true;
        }
    }

    /// <summary>Sets the system timer to what is left on the moved clock.</summary>
    public void Rearm()
    {
        lock (gate)
        {
            if (!disposed && dueAt != long.MaxValue)
            {
                inner.Change(Remaining(), Timeout.InfiniteTimeSpan);
            }
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            disposed = true;
            dueAt = long.MaxValue;
        }

        clock.Disarm(this);
        inner.Dispose();
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private void SetDue(TimeSpan dueTime)
    {
        if (dueTime == Timeout.InfiniteTimeSpan)
        {
            dueAt = long.MaxValue;
            clock.Disarm(this);
            inner.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            return;
        }

        dueAt = clock.GetTimestamp() + dueTime.Ticks;
        clock.Arm(this);
        inner.Change(Remaining(), Timeout.InfiniteTimeSpan);
    }

    private TimeSpan Remaining() => new(Math.Clamp(dueAt - clock.GetTimestamp(), 0, LongestTicks));

    private void Fire()
    {
        lock (gate)
        {
            if (disposed || dueAt == long.MaxValue)
            {
                return;
            }

            // The system timer counts whole milliseconds and may wake a little early.
            if (dueAt - clock.GetTimestamp() > TimeSpan.TicksPerMillisecond)
            {
                inner.Change(Remaining(), Timeout.InfiniteTimeSpan);
                return;
            }

            SetDue(period);
        }

        callback(state);
    }
}
