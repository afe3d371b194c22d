using Microsoft.Extensions.Time.Testing;

namespace Rejoin.Cli.Tests;

public sealed class TimeLeftTests
{
    private readonly FakeTimeProvider time = new();

    [Fact]
    public void The_pace_so_far_tells_the_rest()
    {
        var left = Begun(trials: 40);
        Pass(left, trials: 10, seconds: 20);
        Assert.Equal("about 60 s left", left.Text());
        Pass(left, trials: 29, seconds: 58);
        Assert.Equal("about 2 s left", left.Text());
    }

    [Fact]
    public void A_long_rest_is_told_in_minutes()
    {
        var left = Begun(trials: 100);
        Pass(left, trials: 10, seconds: 60);
        Assert.Equal("about 9 min left", left.Text());
    }

    [Theory]
    [InlineData(40, 4, 20)]
    [InlineData(1_000, 99, 20)]
    [InlineData(40, 10, 0.5)]
    [InlineData(40, 40, 20)]
    public void Nothing_is_told_before_the_pace_says_something_and_after_the_end(int trials, int ended, double seconds)
    {
        var left = Begun(trials);
        Pass(left, ended, seconds);
        Assert.Equal(string.Empty, left.Text());
    }

    [Fact]
    public void Nothing_is_told_while_trials_wait_in_real_time()
    {
        var left = Begun(trials: 40);
        left.Wait();
        Pass(left, trials: 10, seconds: 20);
        Assert.Null(left.Estimate());
        left.Begin(40);
        Pass(left, trials: 10, seconds: 20);
        Assert.NotNull(left.Estimate());
    }

    private TimeLeft Begun(int trials)
    {
        var left = new TimeLeft(time);
        left.Begin(trials);
        return left;
    }

    private void Pass(TimeLeft left, int trials, double seconds)
    {
        time.Advance(TimeSpan.FromSeconds(seconds));
        for (var trial = 0; trial < trials; trial++)
        {
            left.Ended();
        }
    }
}
