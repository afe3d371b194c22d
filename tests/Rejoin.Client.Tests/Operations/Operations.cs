using System.Text.Json;
using System.Text.Json.Nodes;
using Rejoin.Client.Tests.Scripted;
using Rejoin.Protocol;

namespace Rejoin.Client.Tests.Operations;

public sealed class Operations
{
    [Fact]
    public async Task Say_completes_on_its_ack_after_its_event()
    {
        await using var peer = new Peer();
        var connection = await peer.OpenAsync();
        var say = peer.Session.SayAsync("hello", "m1", cancellationToken: Bounded.Token);
        var heard = await connection.HearAsync();
        await connection.SayAsync(peer.Log.Add("m1"), Said.Ack("m1", 1));
        var outcome = await say.Within();

        Assert.Equal("""{"type":"say","text":"hello","id":"m1"}""", heard!.ToJsonString());
        Assert.Equal((OperationStatus.Acked, 1L, false), (outcome.Status, outcome.Offset, outcome.IsDuplicate));
        await peer.ProcessedAsync(1);
        Assert.True(peer.Last<LogEvent>().Sequence < outcome.Sequence);
        Assert.Equal(0, peer.Session.PendingOperations);
    }

    [Fact]
    public async Task Every_operation_has_its_message_and_its_answer()
    {
        await using var peer = new Peer();
        var connection = await peer.OpenAsync();
        var value = JsonDocument.Parse("{\"a\":1}").RootElement;
        var set = peer.Session.SetAsync(ValueScope.Memory, "k", value, "o1", cancellationToken: Bounded.Token);
        Assert.Equal("memory", (string?)(await connection.HearAsync())!["scope"]);
        var start = peer.Session.StartAsync("trip", value, "o2", cancellationToken: Bounded.Token);
        Assert.Equal("trip", (string?)(await connection.HearAsync())!["workflow"]);
        var history = peer.Session.ReadHistoryAsync("o3", cancellationToken: Bounded.Token);
        Assert.Equal("history", (string?)(await connection.HearAsync())!["what"]);
        var context = peer.Session.ReadContextAsync("o4", cancellationToken: Bounded.Token);
        Assert.Equal("context", (string?)(await connection.HearAsync())!["what"]);
        var effects = peer.Session.ReadEffectsAsync("o5", cancellationToken: Bounded.Token);
        Assert.Equal("effects", (string?)(await connection.HearAsync())!["what"]);
        var refresh = peer.Session.RefreshAsync("o6", cancellationToken: Bounded.Token);
        Assert.Equal(Peer.Token, (string?)(await connection.HearAsync())!["token"]);
        await connection.SayAsync(
            Said.Ack("o1"),
            Said.Refused("o2", "unknown_workflow"),
            Said.Answer("o3", "history", new JsonArray()),
            Said.Answer("o4", "context", Said.Context()),
            Said.Answer("o5", "effects", new JsonArray()),
            Said.Ack("o6"));

        Assert.True((await set.Within()).Succeeded);
        var refused = await start.Within();
        Assert.Equal((OperationStatus.Refused, RefusalCode.UnknownWorkflow), (refused.Status, refused.Error!.Refusal));
        Assert.False(refused.MayHaveBeenApplied);
        Assert.Throws<RejoinClientException>(refused.EnsureSucceeded);
        Assert.NotNull((await history.Within()).Answer!.History);
        Assert.Equal("ada", (await context.Within()).Answer!.Context!.Principal);
        Assert.NotNull((await effects.Within()).Answer!.Effects);
        Assert.True((await refresh.Within()).Succeeded);
    }

    [Fact]
    public async Task Unanswered_operations_are_sent_again_in_the_old_order_after_the_verdict()
    {
        await using var peer = new Peer();
        var connection = await peer.OpenAsync();
        var first = peer.Session.SayAsync("1", "m1", cancellationToken: Bounded.Token);
        var second = peer.Session.SayAsync("2", "m2", cancellationToken: Bounded.Token);
        await connection.HearAsync();
        await connection.HearAsync();
        connection.Reset();
        await peer.Session.Closed.Within();
        var third = peer.Session.SayAsync("3", "m3", cancellationToken: Bounded.Token);
        var attempt = peer.Session.ResumeAsync(Bounded.Token);
        connection = await peer.Server.UpgradeAsync();
        await connection.SayAsync(Said.Resumed(0, 1));
        List<string?> order = [];
        for (var i = 0; i < 3; i++)
        {
            order.Add((string?)(await connection.HearAsync())!["id"]);
        }

        Assert.Equal(["m1", "m2", "m3"], order);
        await connection.SayAsync(
            peer.Log.Add("m1"), peer.Log.Replayed, Said.Ack("m1", 1, duplicate: true), peer.Log.Add("m2"),
            Said.Ack("m2", 2), peer.Log.Add("m3"), Said.Ack("m3", 3));
        Assert.True((await attempt.Within()).Succeeded);
        Assert.Equal((true, 2), ((await first.Within()).IsDuplicate, (await first.Within()).TimesSent));
        Assert.False((await second.Within()).IsDuplicate);
        Assert.Equal(1, (await third.Within()).TimesSent);
    }

    [Fact]
    public async Task No_more_operations_are_in_flight_than_the_server_announced()
    {
        await using var peer = new Peer();
        var connection = await peer.OpenAsync(limits: Said.Limits(pending: 2, ackEvery: 1));
        var says = Enumerable.Range(1, 5)
            .Select(i => peer.Session.SayAsync("x", $"m{i}", cancellationToken: Bounded.Token)).ToArray();
        await connection.HearAsync();
        await connection.HearAsync();

        // What the client sends is one queue: were the third operation in it, it would come before this ack.
        await connection.SayAsync(peer.Log.Add("m1"));
        Assert.Equal("ack", (string?)(await connection.HearAsync())!["type"]);
        await connection.SayAsync(Said.Ack("m1", 1));

        Assert.Equal("m3", (string?)(await connection.HearAsync())!["id"]);
        Assert.True((await says[0].Within()).Succeeded);
    }

    [Fact]
    public async Task Processed_events_are_acknowledged_every_n()
    {
        await using var peer = new Peer();
        var connection = await peer.OpenAsync(events: 7, limits: Said.Limits(ackEvery: 3));
        var acks = new[] { await connection.HearAsync(), await connection.HearAsync() };
        Assert.Equal(["""{"type":"ack","offset":3}""", """{"type":"ack","offset":6}"""],
            acks.Select(a => a!.ToJsonString()));
    }

    [Fact]
    public async Task Timeout_gives_an_unknown_end_and_a_late_answer_is_no_fault()
    {
        await using var peer = new Peer();
        var connection = await peer.OpenAsync();
        var late = await peer.Session.SayAsync(
            "x", "m1", TimeSpan.FromMilliseconds(50), Bounded.Token).Within();
        await connection.HearAsync();
        await connection.SayAsync(peer.Log.Add("m1"), Said.Ack("m1", 1));
        var again = peer.Session.SayAsync("x", "m1", cancellationToken: Bounded.Token);
        await connection.HearAsync();
        await connection.SayAsync(Said.Ack("m1", 1, duplicate: true));

        Assert.Equal(ClientFailure.OperationTimeout, late.Error!.Failure);
        Assert.True(late.MayHaveBeenApplied);
        Assert.True((await again.Within()).IsDuplicate);
        Assert.Equal(SessionState.Live, peer.Session.State);
    }

    [Fact]
    public async Task Cancellation_of_the_caller_is_the_only_cancellation()
    {
        await using var peer = new Peer();
        await peer.OpenAsync();
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Bounded.Token);
        var say = peer.Session.SayAsync("x", cancellationToken: cancel.Token);
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => say);
        Assert.Equal(0, peer.Session.PendingOperations);
    }

    [Fact]
    public async Task Full_outbox_takes_nothing_and_says_so()
    {
        await using var peer = new Peer(o => o with { MaxOutboxOperations = 2 });
        _ = peer.Session.SayAsync("1", cancellationToken: Bounded.Token);
        _ = peer.Session.SayAsync("2", cancellationToken: Bounded.Token);
        var third = await peer.Session.SayAsync("3", cancellationToken: Bounded.Token).Within();

        Assert.Equal(ClientFailure.OutboxFull, third.Error!.Failure);
        Assert.False(third.MayHaveBeenApplied);
    }

    [Fact]
    public async Task Operation_over_the_size_limit_of_the_server_is_not_sent()
    {
        await using var peer = new Peer();
        await peer.OpenAsync(limits: Said.Limits(bytes: 1_000));
        var outcome = await peer.Session.SayAsync(new string('x', 1_000), cancellationToken: Bounded.Token).Within();

        Assert.Equal(ClientFailure.MessageTooBig, outcome.Error!.Failure);
        Assert.Equal(0, outcome.TimesSent);
        Assert.Equal(SessionState.Live, peer.Session.State);
    }

    [Fact]
    public async Task Abandon_fails_what_is_pending_and_ends_the_object()
    {
        await using var peer = new Peer();
        await peer.OpenAsync(events: 1);
        var say = peer.Session.SayAsync("x", cancellationToken: Bounded.Token);
        peer.Session.Abandon();
        var outcome = await say.Within();
        var after = await peer.Session.SayAsync("y", cancellationToken: Bounded.Token).Within();

        Assert.Equal(ClientFailure.Abandoned, outcome.Error!.Failure);
        Assert.Equal(ClientFailure.Abandoned, after.Error!.Failure);
        Assert.Equal(SessionState.Ended, peer.Session.State);
        Assert.Equal(1, peer.Session.Cursor!.Offset);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => peer.Session.ResumeAsync(Bounded.Token));
    }

    [Fact]
    public async Task Leave_completes_when_the_connection_is_closed()
    {
        await using var peer = new Peer();
        var connection = await peer.OpenAsync();
        var leave = peer.Session.LeaveAsync("l1", cancellationToken: Bounded.Token);
        await connection.HearAsync();
        await connection.SayAsync(Said.Ack("l1"));
        await connection.CloseAsync(CloseCode.Normal);

        Assert.True((await leave.Within()).Succeeded);
        Assert.True(peer.Session.Closed.IsCompletedSuccessfully);
        Assert.Equal(SessionState.Ended, peer.Session.State);
    }

    [Fact]
    public async Task Operation_may_be_awaited_inside_the_handler()
    {
        OperationOutcome? inside = null;
        Peer? self = null;
        await using var peer = new Peer(handler: async (e, ct) =>
        {
            if (e is LogEvent { Event.Offset: 1 })
            {
                inside = await self!.Session.SayAsync("reply", "r1", cancellationToken: ct);
            }
        });
        self = peer;
        var connection = await peer.OpenAsync();
        await connection.SayAsync(peer.Log.Add("m1"));
        await connection.HearAsync();
        await connection.SayAsync(peer.Log.Add("r1"), Said.Ack("r1", 2));
        await peer.ProcessedAsync(2);

        Assert.True(inside!.Succeeded);
    }
}
