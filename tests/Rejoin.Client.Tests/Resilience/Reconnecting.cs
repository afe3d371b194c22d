using Rejoin.Client.Tests.Scripted;
using Rejoin.Protocol;

namespace Rejoin.Client.Tests.Resilience;

public sealed class Reconnecting
{
    [Fact]
    public async Task Client_comes_back_after_every_loss_with_a_new_token_and_nothing_twice()
    {
        await using var steady = new Steady();
        var connection = await steady.OpenAsync();
        List<string?> tokens = [connection.Header("Authorization")];
        for (var i = 0; i < 5; i++)
        {
            await connection.SayAsync(steady.Log.Add($"m{i}"));
            await Until.TrueAsync(() => steady.Client.Cursor!.Offset == steady.Log.Head || i > 0, "it is processed");
            connection.Reset();
            connection = await steady.ResumeAsync(generation: i + 2);
            tokens.Add(connection.Header("Authorization"));
        }

        await Until.TrueAsync(() => steady.Client.Cursor!.Offset == 5, "everything is processed");
        Assert.Equal([1L, 2, 3, 4, 5], steady.Offsets);
        Assert.Equal(6, tokens.Distinct().Count());
        Assert.Contains(steady.Statuses, s => s is { Phase: ClientPhase.Lost, NextAttemptIn: not null });
    }

    [Fact]
    public async Task Operation_waits_over_a_loss()
    {
        await using var steady = new Steady();
        var connection = await steady.OpenAsync();
        var say = steady.Client.SayAsync("x", "m1", cancellationToken: Bounded.Token);
        await connection.HearAsync();
        connection.Finish();
        steady.Log.Add("m1");
        connection = await steady.ResumeAsync();
        Assert.Equal("m1", (string?)(await connection.HearAsync())!["id"]);
        await connection.SayAsync(Said.Ack("m1", 1, duplicate: true));

        Assert.True((await say.Within()).IsDuplicate);
    }

    [Theory]
    [InlineData(1000, ClientFailure.EndedByPeer)]
    [InlineData(1002, ClientFailure.EndedByPeer)]
    [InlineData(4500, ClientFailure.Superseded)]
    [InlineData(4502, ClientFailure.SessionLimit)]
    public async Task Client_does_not_come_back_by_itself_after_a_refusal_for_good(int code, ClientFailure failure)
    {
        await using var steady = new Steady();
        var connection = await steady.OpenAsync();
        var say = steady.Client.SayAsync("x", cancellationToken: Bounded.Token);
        await connection.HearAsync();
        await connection.CloseAsync(code);
        var status = await steady.Client.Ended.Within();

        Assert.Equal((ClientPhase.Ended, failure), (status.Phase, status.Error!.Failure));
        var thrown = await Assert.ThrowsAsync<RejoinClientException>(() => say.Within());
        Assert.Equal(failure, thrown.Error.Failure);
        var atEnd = await Assert.ThrowsAsync<RejoinClientException>(() => steady.Reading.Within());
        Assert.Equal(failure, atEnd.Error.Failure);
        Assert.IsType<ConnectionClosed>(steady.Seen[^1]);
    }

    [Fact]
    public async Task Hint_of_the_server_is_waited_for()
    {
        await using var steady = new Steady();
        var connection = await steady.OpenAsync();
        await connection.CloseAsync(CloseCode.ServiceRestart, "retry-after-ms=120");
        await (await steady.Server.AcceptAsync()).RefuseAsync(503, "Retry-After: 1\r\n");
        await Until.TrueAsync(
            () => steady.Statuses.Count(s => s.Phase == ClientPhase.Lost) == 2, "both losses are told");
        var lost = steady.Statuses.Where(s => s.Phase == ClientPhase.Lost).ToArray();

        Assert.InRange(lost[0].NextAttemptIn!.Value.TotalMilliseconds, 120, 144);
        Assert.InRange(lost[1].NextAttemptIn!.Value.TotalMilliseconds, 1000, 1200);
        Assert.Equal((ClientFailure.Restarting, ClientFailure.NoRoom), (
            lost[0].Error!.Failure, lost[1].Error!.Failure));
    }

    [Fact]
    public async Task Refused_token_is_not_presented_again()
    {
        await using var same = new Steady(o => o with
        {
            Session = o.Session with { AccessToken = _ => ValueTask.FromResult("stale") },
        });
        same.Client.Start();
        await (await same.Server.AcceptAsync()).RefuseAsync(401);
        var status = await same.Client.Ended.Within();
        Assert.Equal((ClientFailure.Unauthorized, ClientStage.Local), (status.Error!.Failure, status.Error.Stage));
    }

    [Fact]
    public async Task New_token_is_tried_once_after_a_refusal()
    {
        await using var renewed = new Steady();
        renewed.Client.Start();
        await (await renewed.Server.AcceptAsync()).RefuseAsync(401);
        var second = await renewed.Server.AcceptAsync();
        Assert.Equal("Bearer token-2", second.Header("Authorization"));
        await second.RefuseAsync(401);

        Assert.Equal(401, (await renewed.Client.Ended.Within()).Error!.HttpStatus);
    }

    [Fact]
    public async Task Reset_is_told_in_order_and_the_client_goes_on_in_the_new_session()
    {
        await using var steady = new Steady();
        var connection = await steady.OpenAsync();
        await connection.SayAsync(steady.Log.Add("m1"));
        await Until.TrueAsync(() => steady.Client.Cursor!.Offset == 1, "it is processed");
        connection.Reset();
        connection = await steady.Server.UpgradeAsync();
        await connection.SayAsync(Said.Reset("expired"), Said.Replayed(0, Said.Zero));
        await Until.TrueAsync(() => steady.Client.Cursor!.Session == "s9", "the cursor has moved");

        Assert.Equal(ClientPhase.Live, (await Live(steady)).Phase);
        Assert.Equal(ResetReason.Expired, ((Reset)steady.Seen.OfType<VerdictKnown>().Last().Verdict).Reason);
    }

    [Fact]
    public async Task Silent_connection_is_dropped_and_resumed()
    {
        await using var steady = new Steady();
        steady.Client.Start();
        var connection = await steady.Server.UpgradeAsync();
        await connection.SayAsync(Said.Opened(limits: Said.Limits(heartbeatMs: 60)), Said.Replayed(0, Said.Zero));
        await steady.ResumeAsync();
        await Until.TrueAsync(
            () => steady.Seen.OfType<VerdictKnown>().Any(v => v.Verdict is Resumed), "it is resumed");

        Assert.Contains(steady.Seen.OfType<ConnectionClosed>(), c => c.Error.Failure == ClientFailure.Silent);
    }

    [Fact]
    public async Task Breaker_opens_after_five_failures_and_says_so()
    {
        await using var steady = new Steady(o => o with
        {
            Guard = new ReconnectGuard(new ReconnectGuardOptions { Budget = 100 }),
        });
        steady.Client.Start();
        for (var i = 0; i < 5; i++)
        {
            await (await steady.Server.AcceptAsync()).RefuseAsync(502);
        }

        await Until.TrueAsync(() => steady.Client.Status.Error?.Failure == ClientFailure.CircuitOpen, "it is open");
        Assert.InRange(steady.Client.Status.NextAttemptIn!.Value.TotalSeconds, 20, 44);
    }

    [Fact]
    public async Task Spent_budget_slows_the_client_down_and_says_so()
    {
        await using var steady = new Steady(o => o with
        {
            Guard = new ReconnectGuard(new ReconnectGuardOptions { Budget = 2, BreakerFailures = 100 }),
        });
        steady.Client.Start();
        await (await steady.Server.AcceptAsync()).RefuseAsync(502);
        await (await steady.Server.AcceptAsync()).RefuseAsync(502);
        await Until.TrueAsync(
            () => steady.Client.Status.Error?.Failure == ClientFailure.RetryBudgetExhausted, "it is told");

        Assert.InRange(steady.Client.Status.NextAttemptIn!.Value.TotalSeconds, 25, 31);
    }

    [Fact]
    public async Task Client_gives_up_when_told_to()
    {
        await using var steady = new Steady(o => o with { GiveUpAfter = TimeSpan.FromMilliseconds(1) });
        steady.Client.Start();
        await (await steady.Server.AcceptAsync()).RefuseAsync(502);

        Assert.Equal(ClientFailure.RetryBudgetExhausted, (await steady.Client.Ended.Within()).Error!.Failure);
    }

    [Fact]
    public async Task Expiring_token_is_refreshed_on_the_open_connection()
    {
        await using var steady = new Steady();
        var connection = await steady.OpenAsync();
        await connection.SayAsync(Said.Notice("token_expiring", 30_000));
        var refresh = await connection.HearAsync();

        Assert.Equal(("refresh", "token-2"), ((string?)refresh!["type"], (string?)refresh["token"]));
        await connection.SayAsync(Said.Ack((string)refresh["id"]!));
    }

    [Fact]
    public async Task Dispose_ends_the_events_without_a_failure()
    {
        await using var steady = new Steady();
        await steady.OpenAsync();
        await steady.Client.DisposeAsync();
        await steady.Reading.Within();

        Assert.Equal(ClientFailure.ClosedByCaller, steady.Client.Status.Error!.Failure);
        await Assert.ThrowsAsync<RejoinClientException>(
            () => steady.Client.SayAsync("x", cancellationToken: Bounded.Token));
    }

    [Fact]
    public async Task Event_of_a_reader_that_stopped_comes_again()
    {
        await using var steady = new Steady(read: false);
        steady.Client.Start();
        var connection = await steady.Server.UpgradeAsync();
        await connection.SayAsync(Said.Opened(), Said.Replayed(0, Said.Zero), steady.Log.Add("m1"));
        await foreach (var next in steady.Client.Events.WithCancellation(Bounded.Token))
        {
            if (next is LogEvent)
            {
                break;
            }
        }

        Assert.Equal(0, steady.Client.Cursor!.Offset);
        await foreach (var next in steady.Client.Events.WithCancellation(Bounded.Token))
        {
            Assert.IsType<LogEvent>(next);
            break;
        }
    }

    private static async Task<ClientStatus> Live(Steady steady)
    {
        await steady.Client.WaitUntilLiveAsync(Bounded.Token).Within();
        return steady.Client.Status;
    }
}
