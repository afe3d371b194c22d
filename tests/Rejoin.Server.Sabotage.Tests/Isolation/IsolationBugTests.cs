using Rejoin.Protocol;

namespace Rejoin.Server.Sabotage.Tests;

public sealed class IsolationBugTests
{
    [Theory]
    [InlineData("leak-session", true, "of ada's other session")]
    [InlineData("leak-session", false, null)]
    [InlineData("leak-principal", true, "of bob")]
    [InlineData("leak-principal", false, null)]
    public async Task A_leak_shows_one_message_of_somebody_else_after_a_resume(string bug, bool planted, string? leaked)
    {
        await using var server = await TestServer.StartAsync(bug, planted);
        using var first = await Peer.AttachAsync(server);
        await first.TalkAsync("m1", "of ada");
        using var other = await Peer.AttachAsync(server);
        await other.TalkAsync("m1", "of ada's other session");
        foreach (var (principal, text) in new[] { ("bob", "of bob"), ("carol", "of carol") })
        {
            using var stranger = await Peer.AttachAsync(server, principal);
            await stranger.TalkAsync("m1", text);
        }

        Assert.Equal(["of ada"], Texts(await first.HistoryAsync("r1")));
        using var second = await Peer.AttachAsync(server, resumes: first);
        Assert.Equal(leaked is null ? ["of ada"] : ["of ada", leaked], Texts(await second.HistoryAsync("r2")));
    }

    [Theory]
    [InlineData("leak-session")]
    [InlineData("leak-principal")]
    public async Task A_session_alone_sees_nothing_but_its_own(string bug)
    {
        await using var server = await TestServer.StartAsync(bug, planted: true);
        using var first = await Peer.AttachAsync(server);
        await first.TalkAsync("m1", "of ada");
        using var second = await Peer.AttachAsync(server, resumes: first);
        Assert.Equal(["of ada"], Texts(await second.HistoryAsync("r1")));
    }

    private static IEnumerable<string> Texts(IEnumerable<HistoryMessage> history) =>
        history.Where(message => message.Role == MessageRole.User).Select(message => message.Text);
}
