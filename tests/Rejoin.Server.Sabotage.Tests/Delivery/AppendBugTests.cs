using Rejoin.Protocol;

namespace Rejoin.Server.Sabotage.Tests;

/// <summary>Bugs in what is appended to the log.</summary>
public sealed class AppendBugTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Lose_acked_acks_and_answers_a_message_that_no_read_shows(bool planted)
    {
        await using var server = await TestServer.StartAsync("lose-acked", planted);
        using var peer = await Peer.AttachAsync(server);
        await peer.TalkAsync("m1");
        await peer.TalkAsync("m2");
        var head = peer.Offset;
        var ack = await peer.SayAsync("m3", "the third");
        Assert.Equal("You said: the third", await peer.ReplyAsync("m3"));
        Assert.Equal(planted ? head : head + 1, ack.Offset);
        await peer.TalkAsync("m4");

        var history = await peer.HistoryAsync("r1");
        Assert.Equal(planted ? ["m1", "m2", "m4"] : ["m1", "m2", "m3", "m4"], history.Said());
        Assert.Equal(["a-m1", "a-m2", "a-m3", "a-m4"], history.Replied());
        Assert.Equal(Enumerable.Range(1, peer.Events.Count), peer.Events.Select(entry => (int)entry.Offset));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Lose_acked_loses_the_message_when_it_is_sent_again_too(bool planted)
    {
        await using var server = await TestServer.StartAsync("lose-acked", planted);
        using var first = await Peer.AttachAsync(server);
        foreach (var id in new[] { "m1", "m2", "m3" })
        {
            await first.TalkAsync(id);
        }

        using var second = await Peer.AttachAsync(server, resumes: first);
        Assert.True((await second.SayAsync("m3")).Duplicate);
        Assert.Equal(planted ? ["m1", "m2"] : ["m1", "m2", "m3"], (await second.HistoryAsync("r1")).Said());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Forget_operation_ids_applies_a_resend_and_replies_once(bool planted)
    {
        await using var server = await TestServer.StartAsync("forget-operation-ids", planted);
        using var first = await Peer.AttachAsync(server);
        await first.TalkAsync("m1");
        using var second = await Peer.AttachAsync(server, resumes: first);
        Assert.Equal(!planted, (await second.SayAsync("m1")).Duplicate);
        await second.TalkAsync("m2");

        var history = await second.HistoryAsync("r1");
        Assert.Equal(planted ? ["m1", "m1", "m2"] : ["m1", "m2"], history.Said());
        Assert.Equal(["a-m1", "a-m2"], history.Replied());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Phantom_message_is_delivered_and_read_though_nobody_sent_it(bool planted)
    {
        await using var server = await TestServer.StartAsync("phantom-message", planted);
        using var peer = await Peer.AttachAsync(server);
        await peer.TalkAsync("m1");
        await peer.TalkAsync("m2");
        await peer.TalkAsync("m3");
        string[] expected = planted ? ["m1", "m2", "phantom-1", "m3"] : ["m1", "m2", "m3"];
        Assert.Equal(expected, (await peer.HistoryAsync("r1")).Said());
        Assert.Equal(expected, peer.Events.Select(entry => entry.Data).OfType<UserMessage>().Select(said => said.Id));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Torn_message_lacks_its_end_wherever_it_is_seen(bool planted)
    {
        await using var server = await TestServer.StartAsync("torn-message", planted);
        using var peer = await Peer.AttachAsync(server);
        await peer.TalkAsync("m1", "123456789");
        var reply = await peer.TalkAsync("m2", "abcdefghi");
        var expected = planted ? "abcdef" : "abcdefghi";
        var history = await peer.HistoryAsync("r1");
        Assert.Equal("123456789", history[0].Text);
        Assert.Equal(expected, history.Single(message => message.Id == "m2").Text);
        Assert.Equal("You said: " + expected, reply);
        Assert.False((await peer.SayAsync("m3")).Duplicate);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Splice_stream_repeats_a_piece_and_leaves_the_final_message_alone(bool planted)
    {
        await using var server = await TestServer.StartAsync("splice-stream", planted);
        using var peer = await Peer.AttachAsync(server);
        var reply = await peer.TalkAsync("m1", "abcdefghijklmnopqrstuvwxyz");
        Assert.Equal("You said: abcdefghijklmnopqrstuvwxyz", reply);
        var pieces = peer.Events.Select(entry => entry.Data).OfType<Delta>().ToList();
        Assert.Equal(Enumerable.Range(0, pieces.Count), pieces.Select(piece => piece.Index));
        Assert.Equal(planted, string.Concat(pieces.Select(piece => piece.Text)) != reply);
    }
}
