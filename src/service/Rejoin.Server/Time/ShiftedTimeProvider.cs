using System.Collections.Concurrent;

namespace Rejoin.Server;

/// <summary>The system's clock plus an offset that can be moved forward.</summary>
/// <remarks>Timers that are moved past their due time fire at once, a periodic one once. Thread-safe.</remarks>
public sealed class ShiftedTimeProvider : TimeProvider
{
    private readonly ConcurrentDictionary<ShiftedTimer, byte> armed = new();
    private long offsetTicks;

    /// <summary>Offset to the system's clock; zero until <see cref="Advance"/>.</summary>
    public TimeSpan Offset => new(Interlocked.Read(ref offsetTicks));

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Offset;

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override long GetTimestamp() => System.GetElapsedTime(0, System.GetTimestamp()).Ticks + Offset.Ticks;

    /// <summary>Moves the clock forward.</summary>
    /// <param name="by">Zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        Interlocked.Add(ref offsetTicks, by.Ticks);
        foreach (var timer in armed.Keys)
        {
            timer.Rearm();
        }
    }

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ShiftedTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    internal void Arm(ShiftedTimer timer) => armed[timer] = 0;

    internal void Disarm(ShiftedTimer timer) => armed.TryRemove(timer, out _);
}
