using Rejoin.Protocol;

namespace Rejoin.Server.Sabotage.Tests;

public sealed class MemoryBugTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Drop_memory_key_leaves_one_key_out_after_a_resume(bool planted)
    {
        await using var server = await TestServer.StartAsync("drop-memory-key", planted);
        using var first = await Peer.AttachAsync(server);
        await first.SetAsync("v1", "a", "one");
        await first.SetAsync("v2", "b", "two");
        await first.SetAsync("v3", "a", "three", ValueScope.Preference);
        Assert.Equal(["a", "b"], (await first.ContextAsync("r1")).Memory.Keys.Order());
        using var second = await Peer.AttachAsync(server, resumes: first);
        await second.SetAsync("v4", "c", "four");
        var context = await second.ContextAsync("r2");
        Assert.Equal(planted ? ["b", "c"] : ["a", "b", "c"], context.Memory.Keys.Order());
        Assert.Equal(["a"], context.Preferences.Keys);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Stale_memory_shows_the_value_before_after_a_resume(bool planted)
    {
        await using var server = await TestServer.StartAsync("stale-memory", planted);
        using var first = await Peer.AttachAsync(server);
        await first.SetAsync("v1", "a", "one");
        await first.SetAsync("v2", "b", "two");
        await first.SetAsync("v3", "a", "three");
        await first.SetAsync("v4", "a", "four", ValueScope.Preference);
        Assert.Equal("three", (await first.ContextAsync("r1")).Memory["a"].GetString());
        using var second = await Peer.AttachAsync(server, resumes: first);
        Assert.True((await second.SetAsync("v3", "a", "three")).Duplicate);
        var context = await second.ContextAsync("r2");
        Assert.Equal(planted ? "one" : "three", context.Memory["a"].GetString());
        Assert.Equal("two", context.Memory["b"].GetString());
        Assert.Equal("four", context.Preferences["a"].GetString());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Fork_history_puts_a_message_of_before_behind_one_of_after(bool planted)
    {
        await using var server = await TestServer.StartAsync("fork-history", planted);
        using var first = await Peer.AttachAsync(server);
        await first.TalkAsync("m1");
        await first.TalkAsync("m2");
        using var second = await Peer.AttachAsync(server, resumes: first);
        Assert.Equal(["m1", "m2"], (await second.HistoryAsync("r1")).Said());
        await second.TalkAsync("m3");
        await second.TalkAsync("m4");
        using var third = await Peer.AttachAsync(server, resumes: second);
        var history = await third.HistoryAsync("r2");
        Assert.Equal(planted ? ["m1", "m3", "m2", "m4"] : ["m1", "m2", "m3", "m4"], history.Said());
        Assert.Equal(["a-m1", "a-m2", "a-m3", "a-m4"], history.Replied());
        await third.TalkAsync("m5");
        var later = await third.HistoryAsync("r3");
        Assert.Equal([.. history.Said(), "m5"], later.Said());
    }

    [Fact]
    public async Task Fork_history_spares_messages_that_no_read_showed_between()
    {
        await using var server = await TestServer.StartAsync("fork-history", planted: true);
        using var first = await Peer.AttachAsync(server);
        await first.TalkAsync("m1");
        using var second = await Peer.AttachAsync(server, resumes: first);
        await second.TalkAsync("m2");
        Assert.Equal(["m1", "m2"], (await second.HistoryAsync("r1")).Said());
    }
}
