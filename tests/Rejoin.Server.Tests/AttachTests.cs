using Rejoin.Protocol;

namespace Rejoin.Server.Tests;

public sealed class AttachTests
{
    [Fact]
    public async Task A_first_hello_in_the_upgrade_opens_a_session()
    {
        await using var server = await TestServer.StartAsync();
        using var client = await TestClient.AttachAsync(server, await server.TokenAsync());
        var opened = Assert.IsType<Opened>(client.Verdict);
        Assert.Equal("ada", opened.Principal);
        Assert.Equal(1, opened.Generation);
        Assert.Equal(0, (await client.ReplayedAsync()).Offset);
    }

    [Fact]
    public async Task A_say_is_acked_and_replied_to_in_pieces()
    {
        await using var server = await TestServer.StartAsync();
        using var client = await TestClient.AttachAsync(server, await server.TokenAsync());
        var ack = await client.SayAsync("m1", "hello there");
        Assert.Equal(1, ack.Offset);
        var reply = await client.EventAsync<AgentMessage>();
        Assert.Contains("hello there", reply.Text, StringComparison.Ordinal);
        var pieces = client.Events.Select(entry => entry.Data).OfType<Delta>().ToList();
        Assert.InRange(pieces.Count, 4, 10);
        Assert.Equal(reply.Text, string.Concat(pieces.Select(piece => piece.Text)));
    }

    [Fact]
    public async Task A_resume_replays_what_was_missed_and_goes_on()
    {
        await using var server = await TestServer.StartAsync();
        var token = await server.TokenAsync();
        using var first = await TestClient.AttachAsync(server, token);
        await first.SayAsync("m1");
        first.Drop();

        using var second = await TestClient.AttachAsync(server, token, first);
        var resumed = Assert.IsType<Resumed>(second.Verdict);
        Assert.Equal(2, resumed.Generation);
        Assert.Equal(ResumeMode.Replay, resumed.Mode);
        await second.ReplayedAsync();
        await second.EventAsync<AgentMessage>();
        await second.SayAsync("m2");
        var answer = await second.ReadAsync("r1", ReadTarget.History);
        Assert.Equal(["m1", "a-m1", "m2"], answer.History!.Select(message => message.Id));
    }

    [Fact]
    public async Task A_hello_in_the_first_message_opens_and_resumes()
    {
        await using var server = await TestServer.StartAsync();
        var token = await server.TokenAsync();
        using var first = await TestClient.ConnectAsync(server);
        Assert.IsType<Opened>(await first.HelloAsync(token));
        await first.SayAsync("m1");
        await first.EventAsync<AgentMessage>();
        using var second = await TestClient.ConnectAsync(server);
        var resumed = Assert.IsType<Resumed>(await second.HelloAsync(token, first));
        Assert.Equal(first.Offset, resumed.From);
        Assert.Equal(first.Offset, (await second.ReplayedAsync()).Offset);
    }
}
