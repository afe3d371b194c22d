namespace Rejoin.Runner.Tests.Trials;

public sealed class SignalTests
{
    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task A_condition_that_holds_already_ends_the_wait()
    {
        var signal = new Signal();

        Assert.True(await signal.UntilAsync(() => true, Bound, TimeProvider.System,
            TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_change_that_makes_the_condition_true_ends_the_wait()
    {
        var signal = new Signal();
        var value = 0;
        var wait = signal.UntilAsync(() => value == 2, Bound, TimeProvider.System,
            TestContext.Current.CancellationToken);

        signal.Change(() => value = 1);
        Assert.False(wait.IsCompleted);
        signal.Change(() => value = 2);

        Assert.True(await wait);
    }

    [Fact]
    public async Task The_bound_ends_a_wait_for_what_never_comes()
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        var wait = new Signal().UntilAsync(() => false, Bound, time, TestContext.Current.CancellationToken);

        time.Advance(Bound);

        Assert.False(await wait);
    }

    [Fact]
    public async Task Cancellation_ends_the_wait_as_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        var wait = new Signal().UntilAsync(() => false, Bound, TimeProvider.System, cancellation.Token);

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait);
    }
}
