using Rejoin.Protocol;

namespace Rejoin.Server.Sabotage.Tests;

public sealed class ProtocolBugTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Wrong_close_code_ends_a_superseded_connection_as_a_fault(bool planted)
    {
        await using var server = await TestServer.StartAsync("wrong-close-code", planted);
        using var first = await Peer.AttachAsync(server);
        await first.TalkAsync("m1");
        using var second = await Peer.AttachAsync(server, resumes: first);
        Assert.Equal(planted ? CloseCode.InternalError : CloseCode.Superseded, await first.ClosedAsync());
        await second.SendAsync(new Leave { Id = "l1" });
        Assert.Equal(CloseCode.Normal, await second.ClosedAsync());
    }
}
