using Rejoin.Client.Tests.Scripted;

namespace Rejoin.Client.Tests.Integrity;

public sealed class Integrity
{
    public static TheoryData<string, ClientFailure> Lies => new()
    {
        { "gap", ClientFailure.IntegrityGap },
        { "duplicate", ClientFailure.IntegrityDuplicate },
        { "ack before event", ClientFailure.IntegrityOrder },
        { "second verdict", ClientFailure.ProtocolViolation },
        { "snapshot in live", ClientFailure.ProtocolViolation },
        { "answer to nobody", ClientFailure.ProtocolViolation },
        { "second mark", ClientFailure.ProtocolViolation },
        { "no json", ClientFailure.ProtocolViolation },
        { "unknown type", ClientFailure.ProtocolViolation },
    };

    [Theory]
    [MemberData(nameof(Lies))]
    public async Task Lie_on_a_live_connection_ends_it_and_never_reaches_the_application(
        string lie, ClientFailure expected)
    {
        await using var peer = new Peer();
        var connection = await peer.OpenAsync(events: 2);
        _ = peer.Session.SayAsync("x", "op", cancellationToken: Bounded.Token);
        await connection.HearAsync();
        await connection.SayAsync(LieOf(lie, peer.Log));
        var closed = await peer.Session.Closed.Within();

        Assert.Equal(expected, closed.Error.Failure);
        Assert.Equal(SessionState.Lost, peer.Session.State);
        Assert.Null(await connection.HearAsync());
        Assert.Equal([1L, 2], peer.Offsets);
        await Until.TrueAsync(() => peer.Seen[^1] is ConnectionClosed, "the end is handed over");
    }

    [Theory]
    [MemberData(nameof(Lies))]
    public async Task Lie_is_handed_over_and_told_when_the_policy_is_report(string lie, ClientFailure expected)
    {
        await using var peer = new Peer(o => o with { Integrity = IntegrityPolicy.Report });
        var connection = await peer.OpenAsync(events: 2);
        _ = peer.Session.SayAsync("x", "op", cancellationToken: Bounded.Token);
        await connection.HearAsync();
        await connection.SayAsync(LieOf(lie, peer.Log));
        if (lie is "no json" or "unknown type")
        {
            Assert.Equal(expected, (await peer.Session.Closed.Within()).Error.Failure);
            return;
        }

        await Until.TrueAsync(() => peer.Seen.OfType<IntegrityObserved>().Any(), "the lie is told");
        Assert.Equal(expected, peer.Last<IntegrityObserved>().Error.Failure);
        Assert.Equal(SessionState.Live, peer.Session.State);
        Assert.Equal(lie switch { "gap" => [1L, 2, 4], "duplicate" => [1L, 2, 1], _ => [1L, 2] }, peer.Offsets);
    }

    [Fact]
    public async Task Replay_with_another_digest_fails_the_attempt()
    {
        await using var peer = new Peer();
        await peer.OpenAsync(events: 2);
        peer.Session.Drop();
        var attempt = peer.Session.ResumeAsync(Bounded.Token);
        var connection = await peer.Server.UpgradeAsync();
        await connection.SayAsync(Said.Resumed(2, 2), Said.Replayed(2, Said.Zero));
        var result = await attempt.Within();

        Assert.Equal(ClientFailure.IntegrityDigest, result.Error!.Failure);
        Assert.False(result.Error.IsRetryable);
        Assert.True(result.IsResumed);
        Assert.Null(result.UpToDateOffset);
        Assert.Equal(SessionState.Lost, peer.Session.State);
    }

    [Theory]
    [InlineData("s2", "ada", 2, 2, 2)]
    [InlineData("s1", "bob", 2, 2, 2)]
    [InlineData("s1", "ada", 1, 2, 2)]
    [InlineData("s1", "ada", 2, 1, 2)]
    [InlineData("s1", "ada", 2, 2, 1)]
    public async Task Verdict_that_cannot_be_right_fails_the_attempt(
        string session, string principal, long from, long head, long generation)
    {
        await using var peer = new Peer();
        await peer.OpenAsync(events: 2);
        peer.Session.Drop();
        var attempt = peer.Session.ResumeAsync(Bounded.Token);
        var connection = await peer.Server.UpgradeAsync();
        await connection.SayAsync(
            Said.Resumed(from, head, generation, session: session, principal: principal));
        var result = await attempt.Within();

        Assert.Equal(ClientFailure.IntegrityVerdict, result.Error!.Failure);
        Assert.Equal(("s1", 2L), (peer.Session.Cursor!.Session, peer.Session.Cursor.Offset));
    }

    [Fact]
    public async Task Replay_that_ends_before_the_head_is_a_gap()
    {
        await using var peer = new Peer();
        await peer.OpenAsync();
        peer.Session.Drop();
        peer.Log.With(2);
        var attempt = peer.Session.ResumeAsync(Bounded.Token);
        var connection = await peer.Server.UpgradeAsync();
        await connection.SayAsync(Said.Resumed(0, 2), peer.Log[1], Said.Replayed(1, peer.Log.DigestAt(1)));

        Assert.Equal(ClientFailure.IntegrityGap, (await attempt.Within()).Error!.Failure);
        await peer.ProcessedAsync(1);
    }

    [Fact]
    public async Task Events_of_the_old_connection_are_handed_over_as_superseded_when_the_policy_is_report()
    {
        await using var peer = new Peer(
            o => o with { Integrity = IntegrityPolicy.Report, EventQueueCapacity = 0 });
        var old = await peer.OpenAsync(events: 1);
        var (_, result) = await peer.ResumeAsync();
        await old.SayAsync(peer.Log.Add("m2"));
        await Until.TrueAsync(() => peer.Offsets.Count == 2, "the event is handed over");

        Assert.True(result.Succeeded);
        Assert.True(peer.Last<LogEvent>().IsSuperseded);
        Assert.Equal(1, peer.Last<LogEvent>().Connection);
        Assert.Equal(1, peer.Session.Cursor!.Offset);
    }

    [Fact]
    public async Task Cursor_does_not_move_past_an_event_on_which_the_handler_failed()
    {
        await using var peer = new Peer(handler: (e, _) => e is LogEvent { Event.Offset: 2 }
            ? throw new FormatException("mine")
            : ValueTask.CompletedTask);
        var connection = await peer.OpenAsync(events: 1);
        await connection.SayAsync(peer.Log.With(2)[2], peer.Log[3]);
        var closed = await peer.Session.Closed.Within();

        Assert.Equal(ClientFailure.HandlerFailed, closed.Error.Failure);
        Assert.IsType<FormatException>(closed.Error.Cause);
        Assert.Equal(1, peer.Session.Cursor!.Offset);
        Assert.Equal([1L, 2], peer.Offsets);
    }

    private static string LieOf(string lie, ScriptedLog log) => lie switch
    {
        "gap" => log.With(2)[4],
        "duplicate" => log[1],
        "ack before event" => Said.Ack("op", 3),
        "second verdict" => Said.Opened(),
        "snapshot in live" => Said.Snapshot(2, log.DigestAt(2)),
        "answer to nobody" => Said.Ack("nobody"),
        "second mark" => log.Replayed,
        "no json" => "{",
        _ => """{"type":"surprise"}""",
    };
}
