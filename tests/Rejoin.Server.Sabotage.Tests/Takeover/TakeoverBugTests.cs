using Rejoin.Protocol;

namespace Rejoin.Server.Sabotage.Tests;

public sealed class TakeoverBugTests
{
    [Fact]
    public async Task No_fencing_acks_what_the_older_connection_says_and_delivers_it_to_the_newer()
    {
        await using var server = await TestServer.StartAsync("no-fencing", planted: true);
        using var first = await Peer.AttachAsync(server);
        await first.TalkAsync("m1");
        using var second = await Peer.AttachAsync(server, resumes: first);
        var ack = await first.SayAsync("m2");
        Assert.True(ack.Offset > second.Verdict.Head);
        await second.ReplyAsync("m2");
        await second.TalkAsync("m3");
        Assert.Equal(["m1", "m2", "m3"], (await second.HistoryAsync("r1")).Said());
        Assert.DoesNotContain(first.Events, entry => entry.Offset > second.Verdict.Head);
        Assert.Null(first.CloseCode);
    }

    [Theory]
    [InlineData("no-fencing")]
    [InlineData("serve-superseded")]
    [InlineData("keep-superseded")]
    public async Task Without_the_bug_the_older_connection_is_closed_and_gets_nothing_more(string bug)
    {
        await using var server = await TestServer.StartAsync(bug, planted: false);
        using var first = await Peer.AttachAsync(server);
        await first.TalkAsync("m1");
        using var second = await Peer.AttachAsync(server, resumes: first);
        Assert.Equal(CloseCode.Superseded, await first.ClosedAsync());
        await second.TalkAsync("m2");
        Assert.DoesNotContain(first.Events, entry => entry.Offset > second.Verdict.Head);
        await Until.TrueAsync(async () => (await server.CountAsync()).Connections == 1);
    }

    [Fact]
    public async Task Serve_superseded_goes_on_with_live_events_and_refuses_what_is_said()
    {
        await using var server = await TestServer.StartAsync("serve-superseded", planted: true);
        using var first = await Peer.AttachAsync(server);
        await first.TalkAsync("m1");
        using var second = await Peer.AttachAsync(server, resumes: first);
        await second.TalkAsync("m2");
        await first.ReplyAsync("m2");
        await first.SendAsync(new Say { Id = "m3", Text = "late" });
        Assert.Equal(RefusalCode.Fenced, (await first.UntilAsync<Refused>(refused => refused.Id == "m3")).Code);
        Assert.Equal(["m1", "m2"], (await second.HistoryAsync("r1")).Said());
        Assert.Equal(
            Enumerable.Range(1, first.Events.Count), first.Events.Select(entry => (int)entry.Offset));
        await second.SendAsync(new Leave { Id = "l1" });
        Assert.Equal(CloseCode.Normal, await second.ClosedAsync());
        Assert.Equal(CloseCode.Superseded, await first.ClosedAsync());
    }

    [Fact]
    public async Task Serve_superseded_closes_all_older_connections_when_the_newest_is_lost()
    {
        await using var server = await TestServer.StartAsync("serve-superseded", planted: true);
        using var first = await Peer.AttachAsync(server);
        using var second = await Peer.AttachAsync(server, resumes: first);
        using var third = await Peer.AttachAsync(server, resumes: second);
        await third.TalkAsync("m1");
        await first.ReplyAsync("m1");
        await second.ReplyAsync("m1");
        third.Drop();
        Assert.Equal(CloseCode.Superseded, await first.ClosedAsync());
        Assert.Equal(CloseCode.Superseded, await second.ClosedAsync());
    }

    [Fact]
    public async Task Keep_superseded_counts_a_connection_that_nobody_has_any_more()
    {
        await using var server = await TestServer.StartAsync("keep-superseded", planted: true);
        using var first = await Peer.AttachAsync(server);
        using var second = await Peer.AttachAsync(server, resumes: first);
        await first.SendAsync(new Say { Id = "m1", Text = "late" });
        Assert.Equal(RefusalCode.Fenced, (await first.UntilAsync<Refused>(refused => refused.Id == "m1")).Code);
        await second.TalkAsync("m2");
        Assert.Empty(first.Events);
        Assert.Null(first.CloseCode);

        using var third = await Peer.AttachAsync(server, resumes: second);
        Assert.Equal(CloseCode.Superseded, await second.ClosedAsync());
        first.Drop();
        await third.SendAsync(new Leave { Id = "l1" });
        await third.ClosedAsync();
        await Until.TrueAsync(async () => (await server.CountAsync()).Connections == 1);

        using var another = await Peer.AttachAsync(server);
        await another.SendAsync(new Leave { Id = "l1" });
        await another.ClosedAsync();
        await Until.TrueAsync(async () => (await server.CountAsync()).Connections == 1);
    }
}
