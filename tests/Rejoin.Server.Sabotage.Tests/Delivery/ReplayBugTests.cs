using Rejoin.Protocol;

namespace Rejoin.Server.Sabotage.Tests;

/// <summary>Bugs in what a resume delivers and says.</summary>
public sealed class ReplayBugTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Replay_off_by_one_skips_the_first_missed_event(bool planted)
    {
        await using var server = await TestServer.StartAsync("replay-off-by-one", planted);
        using var first = await Peer.AttachAsync(server);
        await first.TalkAsync("m1");
        using var second = await Peer.AttachAsync(server, resumes: first, offset: 1);
        var expected = Enumerable.Range(2, (int)first.Offset - 1).Select(offset => (long)offset);
        Assert.Equal(planted ? expected.Skip(1) : expected, second.ReplayedOffsets);
        await second.TalkAsync("m2");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Swap_replay_waits_for_the_second_resume(bool planted)
    {
        await using var server = await TestServer.StartAsync("swap-replay", planted);
        using var first = await Peer.AttachAsync(server);
        await first.TalkAsync("m1");
        using var second = await Peer.AttachAsync(server, resumes: first, offset: 0);
        Assert.Equal([1, 2, 3], second.ReplayedOffsets.Take(3));
        using var third = await Peer.AttachAsync(server, resumes: second, offset: 0);
        Assert.Equal(planted ? [2, 1, 3] : [1, 2, 3], third.ReplayedOffsets.Take(3));
        Assert.Equal(second.ReplayedOffsets, third.ReplayedOffsets.Order());
        await third.SendAsync(new ClientAck { Offset = third.Offset });
        await third.TalkAsync("m2");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task False_reset_says_trimmed_though_every_event_comes(bool planted)
    {
        await using var server = await TestServer.StartAsync("false-reset", planted);
        using var first = await Peer.AttachAsync(server);
        await first.TalkAsync("m1");
        using var second = await Peer.AttachAsync(server, resumes: first);
        Assert.IsType<Resumed>(second.Verdict);
        using var third = await Peer.AttachAsync(server, resumes: second);
        Assert.Equal(first.Verdict.Session, third.Verdict.Session);
        Assert.Equal(planted ? ResetReason.Trimmed : null, (third.Verdict as Reset)?.Reason);
        Assert.Equal(planted ? first.Offset : 0, third.ReplayedOffsets.Count);
        await third.TalkAsync("m2");
        Assert.Equal(["m1", "m2"], (await third.HistoryAsync("r1")).Said());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Wrong_cursor_names_another_offset_and_replays_the_right_events(bool planted)
    {
        await using var server = await TestServer.StartAsync("wrong-cursor", planted);
        using var first = await Peer.AttachAsync(server);
        await first.TalkAsync("m1");
        using var second = await Peer.AttachAsync(server, resumes: first, offset: 3);
        Assert.Equal(planted ? 2 : 3, Assert.IsType<Resumed>(second.Verdict).From);
        Assert.Equal(4, second.ReplayedOffsets[0]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Flip_flop_hides_what_a_crashed_client_said_after_it_was_shown(bool planted)
    {
        await using var server = await TestServer.StartAsync("flip-flop", planted);
        using var first = await Peer.AttachAsync(server);
        await first.TalkAsync("m1");
        var known = first.Offset;
        await first.TalkAsync("m2");

        // The client knows nothing of m2 any more.
        using var second = await Peer.AttachAsync(server, resumes: first, offset: known);
        Assert.Equal(["m1", "m2"], (await second.HistoryAsync("r1")).Said());
        await second.ContextAsync("r2");
        Assert.Equal(planted ? ["m1"] : ["m1", "m2"], (await second.HistoryAsync("r3")).Said());
        await second.TalkAsync("m3");
        Assert.Equal(planted ? ["m1", "m3"] : ["m1", "m2", "m3"], (await second.HistoryAsync("r4")).Said());
    }

    [Fact]
    public async Task Flip_flop_leaves_a_client_alone_that_sends_its_message_again()
    {
        await using var server = await TestServer.StartAsync("flip-flop", planted: true);
        using var first = await Peer.AttachAsync(server);
        await first.TalkAsync("m1");
        using var second = await Peer.AttachAsync(server, resumes: first, offset: 0);
        await second.SayAsync("m1");
        Assert.Equal(["m1"], (await second.HistoryAsync("r1")).Said());
        await second.ContextAsync("r2");
        Assert.Equal(["m1"], (await second.HistoryAsync("r3")).Said());
    }
}
