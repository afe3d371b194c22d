namespace Rejoin.Server.Tests;

public sealed class TimeTests
{
    [Fact]
    public void Both_clocks_move_by_what_is_advanced()
    {
        var time = new ShiftedTimeProvider();
        var (utc, timestamp) = (time.GetUtcNow(), time.GetTimestamp());
        time.Advance(TimeSpan.FromHours(1));
        Assert.True(time.GetUtcNow() - utc >= TimeSpan.FromHours(1));
        Assert.True(time.GetElapsedTime(timestamp) >= TimeSpan.FromHours(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => time.Advance(TimeSpan.FromTicks(-1)));
    }

    [Fact]
    public async Task A_timer_moved_past_its_due_time_fires_once()
    {
        var time = new ShiftedTimeProvider();
        var fired = 0;
        await using var timer = time.CreateTimer(
            _ => Interlocked.Increment(ref fired), null, TimeSpan.FromHours(1), Timeout.InfiniteTimeSpan);
        time.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal(0, fired);
        time.Advance(TimeSpan.FromMinutes(2));
        await Until.TrueAsync(() => fired == 1);
        time.Advance(TimeSpan.FromHours(9));
        Assert.Equal(1, fired);
    }

    [Fact]
    public async Task A_periodic_timer_fires_once_per_move_and_goes_on()
    {
        var time = new ShiftedTimeProvider();
        var fired = 0;
        await using var timer = time.CreateTimer(
            _ => Interlocked.Increment(ref fired), null, TimeSpan.FromHours(1), TimeSpan.FromHours(1));
        for (var i = 1; i <= 3; i++)
        {
            time.Advance(TimeSpan.FromHours(5));
            await Until.TrueAsync(() => fired == i);
        }
    }

    [Fact]
    public async Task A_delay_and_a_cancellation_follow_the_clock()
    {
        var time = new ShiftedTimeProvider();
        var delay = Task.Delay(TimeSpan.FromDays(40), time, TestClient.Bound());
        using var source = new CancellationTokenSource(TimeSpan.FromDays(1), time);
        Assert.False(delay.IsCompleted || source.IsCancellationRequested);
        time.Advance(TimeSpan.FromDays(41));
        await delay;
        await Until.TrueAsync(() => source.IsCancellationRequested);
    }

    [Fact]
    public void A_disposed_timer_does_not_fire_or_change()
    {
        var time = new ShiftedTimeProvider();
        var fired = 0;
        var timer = time.CreateTimer(_ => fired++, null, TimeSpan.FromHours(1), Timeout.InfiniteTimeSpan);
        timer.Dispose();
        time.Advance(TimeSpan.FromHours(2));
        Assert.False(timer.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan));
        Assert.Equal(0, fired);
    }
}
