using Rejoin.Protocol;

namespace Rejoin.Server.Sabotage.Tests;

public sealed class ExpiryBugTests
{
    private static readonly TimeSpan Extended = TimeSpan.FromMinutes(6);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Resume_after_expiry_goes_on_with_all_that_there_was(bool planted)
    {
        await using var server = await TestServer.StartAsync("resume-after-expiry", planted);
        using var first = await GoneAsync(server, Extended);
        using var second = await Peer.AttachAsync(server, resumes: first);
        Assert.Equal(planted, second.Verdict is Resumed);
        Assert.Equal(planted, second.Verdict.Session == first.Verdict.Session);
        Assert.Equal(planted ? ["m1"] : [], (await second.HistoryAsync("r1")).Said());
        await second.TalkAsync("m2");
    }

    [Theory]
    [InlineData(true, 20, false)]
    [InlineData(true, 120, true)]
    [InlineData(true, 298, true)]
    [InlineData(false, 120, false)]
    [InlineData(false, 298, false)]
    public async Task Early_expiry_ends_a_session_within_the_window(bool planted, int seconds, bool expired)
    {
        await using var server = await TestServer.StartAsync("early-expiry", planted);
        using var first = await GoneAsync(server, TimeSpan.FromSeconds(seconds));
        using var second = await Peer.AttachAsync(server, resumes: first);
        Assert.Equal(expired ? ResetReason.Expired : null, (second.Verdict as Reset)?.Reason);
        Assert.Equal(expired ? [] : ["m1"], (await second.HistoryAsync("r1")).Said());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Leak_old_session_shows_a_message_of_the_expired_one(bool planted)
    {
        await using var server = await TestServer.StartAsync("leak-old-session", planted);
        using var first = await GoneAsync(server, Extended);
        var old = first.Events[0];
        using var second = await Peer.AttachAsync(server, resumes: first);
        Assert.Equal(ResetReason.Expired, Assert.IsType<Reset>(second.Verdict).Reason);
        await second.TalkAsync("m2");
        var history = await second.HistoryAsync("r1");
        Assert.Equal(planted ? ["m1", "m2"] : ["m2"], history.Said());
        Assert.True(!planted || history[0].At == old.At);
        var context = await second.ContextAsync("r2");
        Assert.Empty(context.Memory);
        Assert.Empty(context.Workflows);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Silent_expiry_says_resumed_and_has_nothing_of_before(bool planted)
    {
        await using var server = await TestServer.StartAsync("silent-expiry", planted);
        using var first = await GoneAsync(server, Extended);
        using var second = await Peer.AttachAsync(server, resumes: first);
        Assert.Equal(planted, second.Verdict is Resumed);
        Assert.Equal(planted, second.Verdict.Session == first.Verdict.Session);
        Assert.Empty(await second.HistoryAsync("r1"));
        Assert.All(second.All.OfType<Snapshot>(), snapshot =>
        {
            Assert.Empty(snapshot.History);
            Assert.Empty(snapshot.Context.Memory);
        });
        var context = await second.ContextAsync("r2");
        Assert.Empty(context.Memory);
        Assert.Empty(context.Workflows);
        Assert.Empty(await second.EffectsAsync("r3"));

        await second.TalkAsync("m2");
        await second.SetAsync("v2", "b", "two");
        await second.WorkAsync("w2");
        Assert.Equal(["m2"], (await second.HistoryAsync("r4")).Said());
        context = await second.ContextAsync("r5");
        Assert.Equal(["b"], context.Memory.Keys);
        Assert.Equal(["w2"], context.Workflows.Select(workflow => workflow.Id));
        Assert.Equal(5, (await second.EffectsAsync("r6")).Count);
        Assert.Equal(
            Enumerable.Range((int)(planted ? first.Offset : 0) + 1, second.Events.Count),
            second.Events.Select(entry => (int)entry.Offset));
    }

    [Fact]
    public async Task Silent_expiry_keeps_everything_within_the_window()
    {
        await using var server = await TestServer.StartAsync("silent-expiry", planted: true);
        using var first = await GoneAsync(server, TimeSpan.FromMinutes(2));
        using var second = await Peer.AttachAsync(server, resumes: first);
        Assert.IsType<Resumed>(second.Verdict);
        Assert.Equal(["m1"], (await second.HistoryAsync("r1")).Said());
        Assert.Equal(["a"], (await second.ContextAsync("r2")).Memory.Keys);
        Assert.Equal(5, (await second.EffectsAsync("r3")).Count);
    }

    private static async Task<Peer> GoneAsync(TestServer server, TimeSpan absence)
    {
        var peer = await Peer.AttachAsync(server);
        await peer.TalkAsync("m1");
        await peer.SetAsync("v1", "a", "one");
        await peer.WorkAsync("w1");
        peer.Drop();
        await server.PassAsync(absence);
        return peer;
    }
}
