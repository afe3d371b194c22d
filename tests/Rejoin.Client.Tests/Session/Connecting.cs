using Rejoin.Client.Tests.Scripted;
using Rejoin.Protocol;

namespace Rejoin.Client.Tests.Session;

public sealed class Connecting
{
    [Fact]
    public async Task Connect_opens_a_session_with_the_hello_in_the_upgrade()
    {
        await using var peer = new Peer();
        var attempt = peer.Session.ConnectAsync(Bounded.Token);
        var connection = await peer.Server.UpgradeAsync();
        await connection.SayAsync(Said.Opened(), Said.Replayed(0, Said.Zero));
        var result = await attempt.Within();

        Assert.True(result.Succeeded);
        Assert.IsType<Opened>(result.Verdict);
        Assert.Null(result.OffsetPresented);
        Assert.Equal(0, result.UpToDateOffset);
        Assert.Equal($"Bearer {Peer.Token}", connection.Header("Authorization"));
        Assert.Equal("rejoin.v1", connection.Header("Sec-WebSocket-Protocol"));
        Assert.Null(connection.Header("Rejoin-Session"));
        Assert.Equal(SessionState.Live, peer.Session.State);
        Assert.Equal(("s1", "e1", 0L), Position(peer.Session.Cursor!));
        var timing = result.Timing;
        TimeSpan?[] steps = [timing.Tcp, timing.Upgrade, timing.Verdict, timing.ReplayEnd];
        Assert.Equal(steps.Order(), steps);
        Assert.DoesNotContain(null, steps);
        Assert.Null(timing.Tls);
    }

    [Fact]
    public async Task Connect_says_hello_in_the_first_message_when_told_to()
    {
        await using var peer = new Peer(o => o with { Hello = HelloPlacement.FirstMessage, TakesSnapshots = false });
        var attempt = peer.Session.ConnectAsync(Bounded.Token);
        var connection = await peer.Server.UpgradeAsync();
        Assert.Null(connection.Header("Authorization"));
        var hello = await connection.HearAsync();
        await connection.SayAsync(Said.Opened(), Said.Replayed(0, Said.Zero));

        Assert.Equal("hello", (string?)hello!["type"]);
        Assert.Equal(Peer.Token, (string?)hello["token"]);
        Assert.Null(hello["session"]);
        Assert.False((bool)hello["snapshots"]!);
        Assert.True((await attempt.Within()).Succeeded);
    }

    [Fact]
    public async Task Resume_presents_the_position_of_the_last_processed_event()
    {
        await using var peer = new Peer();
        await peer.OpenAsync(events: 2);
        peer.Session.Drop();
        peer.Log.With(2);
        var (connection, result) = await peer.ResumeAsync();

        Assert.True(result.Succeeded);
        Assert.True(result.IsResumed);
        Assert.Equal(("s1", "e1", "2"), (
            connection.Header("Rejoin-Session"),
            connection.Header("Rejoin-Epoch"),
            connection.Header("Rejoin-Offset")));
        Assert.Equal((2L, 2L, 4L), (result.OffsetPresented, result.EventsReplayed, result.UpToDateOffset));
        Assert.Equal([1L, 2, 3, 4], peer.Offsets);
        Assert.Equal(4, peer.Session.Cursor!.Offset);
        Assert.Equal(peer.Log.DigestAt(4), peer.Session.Cursor.Digest);
        Assert.Equal([false, false, true, true], peer.Seen.OfType<LogEvent>().Select(e => e.IsReplay));
    }

    [Fact]
    public async Task Resume_completes_only_after_the_handler_has_processed_the_replay()
    {
        var hold = new TaskCompletionSource();
        await using var peer = new Peer(handler: async (e, ct) =>
        {
            if (e is LogEvent { IsReplay: true })
            {
                await hold.Task.WaitAsync(ct);
            }
        });
        await peer.OpenAsync();
        peer.Session.Drop();
        peer.Log.With(1);
        var attempt = peer.Session.ResumeAsync(Bounded.Token);
        var connection = await peer.Server.UpgradeAsync();
        await connection.SayAsync(Said.Resumed(0, 1), peer.Log[1], peer.Log.Replayed);
        await Until.TrueAsync(() => peer.Offsets.Count == 1, "the event is handed over");

        Assert.False(attempt.IsCompleted);
        Assert.Equal(0, peer.Session.Cursor!.Offset);
        Assert.Equal(SessionState.CatchingUp, peer.Session.State);
        hold.SetResult();
        Assert.True((await attempt.Within()).Succeeded);
    }

    [Fact]
    public async Task Resume_takes_the_session_over_while_the_old_connection_is_open()
    {
        await using var peer = new Peer();
        var old = await peer.OpenAsync(events: 1);
        var (_, result) = await peer.ResumeAsync();
        await old.SayAsync(peer.Log.Add("m2"));
        await old.CloseAsync(CloseCode.Superseded);

        Assert.True(result.Succeeded);
        await Until.TrueAsync(() => peer.Seen.OfType<ConnectionClosed>().Any(), "the old one is closed");
        Assert.Equal((1, 4500), (peer.Last<ConnectionClosed>().Connection, peer.Last<ConnectionClosed>().Code));
        Assert.Equal(ClientFailure.Superseded, peer.Last<ConnectionClosed>().Error.Failure);
        Assert.Equal(SessionState.Live, peer.Session.State);
        Assert.Equal([1L], peer.Offsets);
    }

    [Fact]
    public async Task Snapshot_stands_for_every_event_up_to_its_offset()
    {
        await using var peer = new Peer();
        await peer.OpenAsync(events: 1);
        peer.Session.Drop();
        peer.Log.With(5);
        var attempt = peer.Session.ResumeAsync(Bounded.Token);
        var connection = await peer.Server.UpgradeAsync();
        await connection.SayAsync(
            Said.Resumed(1, 6, mode: "snapshot", degraded: true),
            Said.Snapshot(5, peer.Log.DigestAt(5)),
            peer.Log[6],
            peer.Log.Replayed);
        var result = await attempt.Within();

        Assert.Null(result.Error);
        Assert.True(result.SnapshotTaken);
        Assert.Equal(1, result.EventsReplayed);
        Assert.Equal(6, peer.Session.Cursor!.Offset);
        Assert.Equal(peer.Log.DigestAt(6), peer.Session.Cursor.Digest);
    }

    [Fact]
    public async Task Reset_moves_the_cursor_to_the_new_session_and_fails_what_was_pending()
    {
        await using var peer = new Peer();
        await peer.OpenAsync(events: 3);
        peer.Session.Drop();
        var pending = peer.Session.SayAsync("late", cancellationToken: Bounded.Token);
        var attempt = peer.Session.ResumeAsync(Bounded.Token);
        var connection = await peer.Server.UpgradeAsync();
        await connection.SayAsync(Said.Reset("expired"), Said.Replayed(0, Said.Zero));
        var result = await attempt.Within();
        var outcome = await pending.Within();

        Assert.True(result.Succeeded);
        Assert.Equal(ResetReason.Expired, result.ResetReason);
        Assert.Equal(("s9", "e7", 0L), Position(peer.Session.Cursor!));
        Assert.Equal(ClientFailure.SessionReset, outcome.Error!.Failure);
        Assert.Equal(ResetReason.Expired, outcome.Error.ResetReason);
        Assert.False(outcome.MayHaveBeenApplied);
    }

    [Fact]
    public async Task Verdict_that_follows_the_upgrade_in_one_packet_is_read()
    {
        await using var peer = new Peer();
        var attempt = peer.Session.ConnectAsync(Bounded.Token);
        var connection = await peer.Server.AcceptAsync();
        var verdict = Said.Opened();
        await connection.RawAsync([
            .. System.Text.Encoding.ASCII.GetBytes(
                "HTTP/1.1 101 Switching Protocols\r\nConnection: keep-alive, Upgrade\r\nUpgrade: WebSocket\r\n"
                + $"Sec-WebSocket-Accept: {connection.Accept()}\r\nSec-WebSocket-Protocol: rejoin.v1\r\n\r\n"),
            0x81, 126, (byte)(verdict.Length >> 8), (byte)verdict.Length,
            .. System.Text.Encoding.ASCII.GetBytes(verdict)]);
        connection.Open();
        await connection.SayAsync(Said.Replayed(0, Said.Zero));

        Assert.True((await attempt.Within()).Succeeded);
    }

    [Fact]
    public async Task Wrong_use_is_told_by_exceptions()
    {
        await using var peer = new Peer();
        await Assert.ThrowsAsync<InvalidOperationException>(() => peer.Session.ResumeAsync(Bounded.Token));
        await peer.OpenAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => peer.Session.ConnectAsync(Bounded.Token));
        await Assert.ThrowsAsync<ArgumentException>(() => peer.Session.SayAsync(
            "x", id: "not an id", cancellationToken: Bounded.Token));
    }

    private static (string, string, long) Position(SessionCursor cursor) =>
        (cursor.Session, cursor.Epoch, cursor.Offset);
}
