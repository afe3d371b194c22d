using System.Collections.Concurrent;

namespace Rejoin.Server.Sabotage.Tests;

/// <summary>The clock on which a planted bug waits: it notes every wait, and ends it at once or when it is let
/// go.</summary>
internal sealed class BugClock(bool holds = false) : TimeProvider
{
    private readonly ConcurrentQueue<TimeSpan> waits = new();
    private readonly ConcurrentBag<ITimer> held = [];

    public IReadOnlyList<TimeSpan> Waits => [.. waits];

    public void LetGo()
    {
        foreach (var timer in held)
        {
            timer.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = System.CreateTimer(callback, state, holds ? Timeout.InfiniteTimeSpan : TimeSpan.Zero, period);
        held.Add(timer);
        waits.Enqueue(dueTime);
        return timer;
    }
}
