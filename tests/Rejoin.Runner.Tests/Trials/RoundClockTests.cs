using Microsoft.Extensions.Time.Testing;
using Rejoin.Checks;

namespace Rejoin.Runner.Tests.Trials;

public sealed class RoundClockTests
{
    private readonly FakeTimeProvider time = new();
    private readonly MovedControl control = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_lone_trial_has_its_absence_at_once()
    {
        var clock = new RoundClock(control, time);
        var trial = Joined(clock);

        await clock.PassAsync(trial, TimeSpan.FromMinutes(6), Stop);

        Assert.Equal([TimeSpan.FromMinutes(6)], control.Moves);
        Assert.Equal([360_000], Moves(trial));
    }

    [Fact]
    public async Task The_clock_moves_only_when_every_trial_under_way_waits()
    {
        var clock = new RoundClock(control, time);
        var first = Joined(clock);
        var second = Joined(clock);

        var wait = clock.PassAsync(first, TimeSpan.FromSeconds(20), Stop);
        Assert.False(wait.IsCompleted);
        Assert.Empty(control.Moves);

        await clock.LeaveAsync(second, Stop);
        await wait;

        Assert.Equal([TimeSpan.FromSeconds(20)], control.Moves);
    }

    [Fact]
    public async Task Absences_end_one_after_the_other_in_the_order_of_their_length()
    {
        var clock = new RoundClock(control, time);
        var brief = Joined(clock);
        var medium = Joined(clock);

        var longer = clock.PassAsync(medium, TimeSpan.FromMinutes(2), Stop);
        await clock.PassAsync(brief, TimeSpan.FromSeconds(20), Stop);
        Assert.False(longer.IsCompleted);
        await clock.LeaveAsync(brief, Stop);
        await longer;

        Assert.Equal([TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(100)], control.Moves);
        Assert.Equal([20_000, 100_000], Moves(medium));
        Assert.Equal([20_000], Moves(brief));
    }

    [Fact]
    public async Task Real_time_that_passed_meanwhile_counts()
    {
        var clock = new RoundClock(control, time);
        var slow = Joined(clock);
        var waiting = Joined(clock);

        var wait = clock.PassAsync(waiting, TimeSpan.FromSeconds(20), Stop);
        time.Advance(TimeSpan.FromSeconds(5));
        await clock.LeaveAsync(slow, Stop);
        await wait;

        Assert.Equal([TimeSpan.FromSeconds(15)], control.Moves);
    }

    [Fact]
    public async Task A_service_that_is_gone_ends_every_wait_with_the_reason()
    {
        var clock = new RoundClock(control, time);
        var first = Joined(clock);
        var second = Joined(clock);
        control.Error = new HttpRequestException("refused");

        var wait = clock.PassAsync(first, TimeSpan.FromSeconds(20), Stop);
        await Assert.ThrowsAsync<HttpRequestException>(() => clock.PassAsync(second, TimeSpan.FromSeconds(20), Stop));

        await Assert.ThrowsAsync<HttpRequestException>(() => wait);
    }

    [Fact]
    public async Task A_clock_that_cannot_be_moved_is_waited_for()
    {
        var clock = new RoundClock(null, time);
        var trial = Joined(clock);

        var wait = clock.PassAsync(trial, TimeSpan.FromSeconds(20), Stop);
        Assert.False(wait.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(20));
        await wait;

        Assert.Empty(Moves(trial));
    }

    private static List<long> Moves(HistoryRecorder trial) =>
    [
        .. trial.Close().Events.Where(line => line.Type == HistoryEventType.Clock)
            .Select(line => line.AdvancedMs!.Value),
    ];

    private HistoryRecorder Joined(RoundClock clock)
    {
        var recorder = new HistoryRecorder(
            new TrialHeader { Scenario = "absence", Trial = 1, Round = 1, Seed = 1, Sessions = [] }, time);
        clock.Join(recorder);
        return recorder;
    }

    private sealed class MovedControl : ITargetControl
    {
        public List<TimeSpan> Moves { get; } = [];

        public Exception? Error { get; set; }

        public Task AdvanceAsync(TimeSpan by, CancellationToken cancellation)
        {
            Moves.Add(by);
            return Task.CompletedTask;
        }

        public Task<int> AttachedSessionsAsync(CancellationToken cancellation) =>
            Error is null ? Task.FromResult(0) : Task.FromException<int>(Error);

        public Task<int> ConnectionsAsync(CancellationToken cancellation) => Task.FromResult(0);

        public Task<CountersView> CountAsync(CancellationToken cancellation) =>
            Task.FromResult(new CountersView());

        public Task<IReadOnlyList<AuditEntry>> AuditAsync(string serviceSession, CancellationToken cancellation) =>
            Task.FromResult<IReadOnlyList<AuditEntry>>([]);
    }
}
