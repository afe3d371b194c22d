using Rejoin.Protocol;

namespace Rejoin.Server.Sabotage.Tests;

public sealed class ContextBugTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Retime_history_shows_other_times_after_a_resume(bool planted)
    {
        await using var server = await TestServer.StartAsync("retime-history", planted);
        using var first = await Peer.AttachAsync(server);
        await first.TalkAsync("m1");
        var delivered = first.Events[0].At;
        Assert.Equal(delivered, (await first.HistoryAsync("r1"))[0].At);
        using var second = await Peer.AttachAsync(server, resumes: first);
        var read = (await second.HistoryAsync("r2"))[0];
        Assert.Equal(planted, read.At != delivered);
        Assert.Equal(("m1", 1), (read.Id, read.Offset));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Stale_read_lacks_the_newest_message_once(bool planted)
    {
        await using var server = await TestServer.StartAsync("stale-read", planted);
        using var first = await Peer.AttachAsync(server);
        await first.TalkAsync("m1");
        await first.TalkAsync("m2");
        using var second = await Peer.AttachAsync(server, resumes: first);
        Assert.Equal(planted ? ["m1"] : ["m1", "m2"], (await second.HistoryAsync("r1")).Said());
        Assert.Equal(["m1", "m2"], (await second.HistoryAsync("r2")).Said());
    }

    [Fact]
    public async Task Stale_read_shows_what_an_earlier_read_has_shown()
    {
        await using var server = await TestServer.StartAsync("stale-read", planted: true);
        using var first = await Peer.AttachAsync(server);
        await first.TalkAsync("m1");
        await first.HistoryAsync("r1");
        using var second = await Peer.AttachAsync(server, resumes: first);
        Assert.Equal(["m1"], (await second.HistoryAsync("r2")).Said());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Non_monotonic_read_lacks_once_what_was_shown_before(bool planted)
    {
        await using var server = await TestServer.StartAsync("non-monotonic-read", planted);
        using var first = await Peer.AttachAsync(server);
        await first.TalkAsync("m1");
        Assert.Equal(["m1"], (await first.HistoryAsync("r1")).Said());
        await first.TalkAsync("m2");
        using var second = await Peer.AttachAsync(server, resumes: first);
        Assert.Equal(planted ? ["m2"] : ["m1", "m2"], (await second.HistoryAsync("r2")).Said());
        Assert.Equal(["m1", "m2"], (await second.HistoryAsync("r3")).Said());
    }

    [Fact]
    public async Task Non_monotonic_read_spares_what_may_not_have_been_seen()
    {
        await using var server = await TestServer.StartAsync("non-monotonic-read", planted: true);
        using var first = await Peer.AttachAsync(server);
        await first.TalkAsync("m1");
        await first.HistoryAsync("r1");

        // Nothing followed on that connection: the answer may have been lost with it.
        using var second = await Peer.AttachAsync(server, resumes: first);
        Assert.Equal(["m1"], (await second.HistoryAsync("r2")).Said());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Identity_drift_names_another_principal_after_a_resume(bool planted)
    {
        await using var server = await TestServer.StartAsync("identity-drift", planted);
        using var first = await Peer.AttachAsync(server);
        Assert.Equal("ada", (await first.ContextAsync("r1")).Principal);
        using var second = await Peer.AttachAsync(server, resumes: first);
        Assert.Equal("ada", second.Verdict.Principal);
        Assert.Equal(planted, (await second.ContextAsync("r2")).Principal != "ada");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Silent_reset_says_resumed_and_has_nothing_of_before(bool planted)
    {
        await using var server = await TestServer.StartAsync("silent-reset", planted);
        using var first = await Peer.AttachAsync(server);
        await first.TalkAsync("m1");
        using var second = await Peer.AttachAsync(server, resumes: first);
        Assert.Equal(["m1"], (await second.HistoryAsync("r1")).Said());
        await second.TalkAsync("m2");
        using var third = await Peer.AttachAsync(server, resumes: second);
        var verdict = Assert.IsType<Resumed>(third.Verdict);
        Assert.Equal(
            (first.Verdict.Session, first.Verdict.Epoch, second.Offset),
            (verdict.Session, verdict.Epoch, verdict.From));
        Assert.Equal(planted ? [] : ["m1", "m2"], (await third.HistoryAsync("r2")).Said());
        await third.TalkAsync("m3");
        using var fourth = await Peer.AttachAsync(server, resumes: third);
        Assert.Equal(planted ? ["m3"] : ["m1", "m2", "m3"], (await fourth.HistoryAsync("r3")).Said());
    }
}
