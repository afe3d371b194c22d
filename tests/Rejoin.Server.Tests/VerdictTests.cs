using System.Text.RegularExpressions;
using Rejoin.Protocol;

namespace Rejoin.Server.Tests;

public sealed partial class VerdictTests
{
    [Fact]
    public async Task A_position_of_another_epoch_is_reset_and_replayed_from_the_first_event()
    {
        await using var server = await TestServer.StartAsync();
        var token = await server.TokenAsync();
        using var first = await TestClient.AttachAsync(server, token);
        await first.SayAsync("m1");
        await first.EventAsync<AgentMessage>();
        first.Drop();
        using var second = await TestClient.AttachAsync(
            server, token, session: first.Verdict.Session, position: new Position("e_other", first.Offset));
        var reset = Assert.IsType<Reset>(second.Verdict);
        Assert.Equal(ResetReason.EpochChanged, reset.Reason);
        Assert.Equal(first.Verdict.Session, reset.Session);
        Assert.Equal(first.Verdict.Epoch, reset.Epoch);
        Assert.Equal(first.Offset, (await second.ReplayedAsync()).Offset);
    }

    [Fact]
    public async Task A_position_beyond_the_head_is_reset()
    {
        await using var server = await TestServer.StartAsync();
        var token = await server.TokenAsync();
        using var first = await TestClient.AttachAsync(server, token);
        await first.ReplayedAsync();
        first.Drop();
        using var second = await TestClient.AttachAsync(
            server, token, session: first.Verdict.Session, position: new Position(first.Verdict.Epoch, 1));
        Assert.Equal(ResetReason.EpochChanged, Assert.IsType<Reset>(second.Verdict).Reason);
    }

    [Fact]
    public async Task An_unknown_session_and_somebody_elses_get_the_same_bytes()
    {
        await using var server = await TestServer.StartAsync();
        using var owner = await TestClient.AttachAsync(server, await server.TokenAsync("ada"));
        await owner.SayAsync("m1", "secret");
        var token = await server.TokenAsync("eve");
        using var foreign = await TestClient.AttachAsync(
            server, token, session: owner.Verdict.Session, position: new Position(owner.Verdict.Epoch, 0));
        using var unknown = await TestClient.AttachAsync(
            server, token, session: "s_AAAAAAAAAAAAAAAAAAAAAA", position: new Position(owner.Verdict.Epoch, 0));
        Assert.Equal(ResetReason.Unknown, Assert.IsType<Reset>(foreign.Verdict).Reason);
        Assert.NotEqual(owner.Verdict.Session, foreign.Verdict.Session);
        await foreign.ReplayedAsync();
        await unknown.ReplayedAsync();
        Assert.Equal(foreign.Raw.Select(WithoutIds), unknown.Raw.Select(WithoutIds));
        await owner.SayAsync("m2");
    }

    [Fact]
    public async Task A_session_that_was_left_is_gone_and_only_its_owner_is_told()
    {
        await using var server = await TestServer.StartAsync();
        var token = await server.TokenAsync();
        using var first = await TestClient.AttachAsync(server, token);
        await first.SayAsync("m1", "remember-this-text");
        await first.EventAsync<AgentMessage>();
        await first.SendAsync(new Leave { Id = "bye" });
        await first.UntilAsync<ServerAck>(ack => ack.Id == "bye");
        Assert.Equal(CloseCode.Normal, await first.ClosedAsync());

        using var second = await TestClient.AttachAsync(server, token, first);
        var reset = Assert.IsType<Reset>(second.Verdict);
        Assert.Equal(ResetReason.Expired, reset.Reason);
        Assert.NotEqual(first.Verdict.Session, reset.Session);
        await second.ReplayedAsync();
        Assert.Empty((await second.ReadAsync("r1", ReadTarget.History)).History!);

        using var other = await TestClient.AttachAsync(
            server, await server.TokenAsync("eve"), session: first.Verdict.Session, position: first.Position);
        Assert.Equal(ResetReason.Unknown, Assert.IsType<Reset>(other.Verdict).Reason);
    }

    [Fact]
    public async Task A_position_before_the_kept_events_is_served_by_a_snapshot_or_reset_as_trimmed()
    {
        await using var server = await TestServer.StartAsync(options => options with
        {
            Limits = options.Limits with { RetainedEvents = 10 },
        });
        var token = await server.TokenAsync();
        using var first = await TestClient.AttachAsync(server, token);
        for (var i = 0; i < 12; i++)
        {
            await first.SayAsync($"m{i}");
        }

        await first.EventAsync<AgentMessage>(message => message.Turn == "m11");
        first.Drop();
        var start = new Position(first.Verdict.Epoch, 0);
        using var second = await TestClient.AttachAsync(
            server, token, session: first.Verdict.Session, position: start);
        var resumed = Assert.IsType<Resumed>(second.Verdict);
        Assert.Equal(ResumeMode.Snapshot, resumed.Mode);
        Assert.True(resumed.Degraded);
        await second.ReplayedAsync();
        Assert.Equal(24, second.Snapshot!.History.Count);
        Assert.Equal(first.Digest, second.Digest);
        second.Drop();

        using var third = await TestClient.AttachAsync(
            server, token, snapshots: false, session: first.Verdict.Session, position: start);
        Assert.Equal(ResetReason.Trimmed, Assert.IsType<Reset>(third.Verdict).Reason);
        await third.ReplayedAsync();
        Assert.Equal(24, third.Snapshot!.History.Count);
        third.Drop();

        using var fourth = await TestClient.AttachAsync(server, token, first);
        Assert.Equal(ResumeMode.Replay, Assert.IsType<Resumed>(fourth.Verdict).Mode);
    }

    private static string WithoutIds(string text) => Ids().Replace(text, "$1");

    [GeneratedRegex("([se]_)[A-Za-z0-9_-]{22}")]
    private static partial Regex Ids();
}
