using Rejoin.Protocol;

namespace Rejoin.Server.Sabotage.Tests;

public sealed class ConcurrencyBugTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Reorder_operations_swaps_two_messages_that_are_sent_at_once(bool planted)
    {
        await using var server = await TestServer.StartAsync("reorder-operations", planted);
        using var peer = await Peer.AttachAsync(server);
        await peer.TalkAsync("m1");
        await peer.SendAsync(new Say { Id = "m2", Text = "two" });
        await peer.SendAsync(new Say { Id = "m3", Text = "three" });
        await peer.ReplyAsync("m2");
        await peer.ReplyAsync("m3");
        Assert.Equal(planted ? ["m1", "m3", "m2"] : ["m1", "m2", "m3"], (await peer.HistoryAsync("r1")).Said());
        Assert.Equal(["m1", "m2", "m3"], peer.All.OfType<ServerAck>().Select(ack => ack.Id));
    }

    [Fact]
    public async Task Reorder_operations_keeps_a_message_before_the_read_behind_it()
    {
        await using var server = await TestServer.StartAsync("reorder-operations", planted: true);
        using var peer = await Peer.AttachAsync(server);
        await peer.SendAsync(new Say { Id = "m1", Text = "one" });
        Assert.Equal(["m1"], (await peer.HistoryAsync("r1")).Said());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Replay_live_overlap_sends_the_last_replayed_event_again(bool planted)
    {
        await using var server = await TestServer.StartAsync("replay-live-overlap", planted);
        using var first = await Peer.AttachAsync(server);
        await first.TalkAsync("m1");
        using var second = await Peer.AttachAsync(server, resumes: first, offset: 1);
        await second.TalkAsync("m2");
        var live = second.All.SkipWhile(message => message is not Replayed).OfType<Event>().First().Offset;
        Assert.Equal(planted ? second.Verdict.Head : second.Verdict.Head + 1, live);
        Assert.Equal(second.Verdict.Head - 1, second.ReplayedOffsets.Count);
    }
}
