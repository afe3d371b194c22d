using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Rejoin.Protocol;

namespace Rejoin.Server.Tests;

public sealed class ReplayTests
{
    private const int Pieces = 4_000;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Replay_and_live_events_join_without_gap_or_overlap_while_thousands_are_appended(int seed)
    {
        var random = new Random(seed);
        await using var server = await TestServer.StartAsync(seams: new ServerSeams { ChatClient = new Torrent() });
        var token = await server.TokenAsync();
        var client = await TestClient.AttachAsync(server, token);
        var events = new List<Event>();
        await client.SendAsync(new Say { Id = "m1", Text = "go" });
        var resumes = 0;
        while (true)
        {
            // Every client checks offsets and digest of what it reads.
            var count = random.Next(1, 400);
            while (count-- > 0 && !client.Events.Any(entry => entry.Data is AgentMessage))
            {
                Assert.NotNull(await client.ReadAsync());
            }

            events.AddRange(client.Events);
            if (client.Events.Any(entry => entry.Data is AgentMessage))
            {
                break;
            }

            if (random.Next(2) == 0)
            {
                client.Drop();
            }

            var next = await TestClient.AttachAsync(server, token, client);
            Assert.IsType<Resumed>(next.Verdict);
            client.Dispose();
            client = next;
            resumes++;
        }

        Assert.True(resumes > 5, $"seed {seed}: {resumes} resumes");
        Assert.Equal(Enumerable.Range(1, Pieces + 2).Select(i => (long)i), events.Select(entry => entry.Offset));
        Assert.Equal(
            events.Select(entry => entry.Data).OfType<AgentMessage>().Single().Text,
            string.Concat(events.Select(entry => entry.Data).OfType<Delta>().Select(delta => delta.Text)));
        using var check = await TestClient.AttachAsync(
            server, token, session: client.Verdict.Session, position: new Position(client.Verdict.Epoch, 0));
        check.KnowsDigest = true;
        Assert.Equal(Pieces + 2, (await check.ReplayedAsync()).Offset);
        Assert.Equal(client.Digest, check.Digest);
        client.Dispose();
    }

    [Fact]
    public async Task An_event_has_the_same_bytes_at_every_delivery()
    {
        await using var server = await TestServer.StartAsync();
        var token = await server.TokenAsync();
        using var first = await TestClient.AttachAsync(server, token);
        await first.SayAsync("m1", "Grüße \"quoted\" \u2028 ✓");
        await first.EventAsync<AgentMessage>();
        await first.SendAsync(new ClientAck { Offset = first.Offset });
        using var second = await TestClient.AttachAsync(
            server, token, session: first.Verdict.Session, position: new Position(first.Verdict.Epoch, 0));
        await second.ReplayedAsync();
        Assert.Equal(first.Raw.Where(IsEvent), second.Raw.Where(IsEvent));
    }

    [Fact]
    public async Task Live_events_come_after_the_mark()
    {
        await using var server = await TestServer.StartAsync();
        var token = await server.TokenAsync();
        using var first = await TestClient.AttachAsync(server, token);
        for (var i = 0; i < 30; i++)
        {
            await first.SayAsync($"m{i}");
        }

        using var second = await TestClient.AttachAsync(
            server, token, session: first.Verdict.Session, position: new Position(first.Verdict.Epoch, 0));
        var mark = await second.ReplayedAsync();
        Assert.Equal(second.Verdict.Head, mark.Offset);
    }

    private static bool IsEvent(string text) => text.StartsWith("{\"type\":\"event\"", StringComparison.Ordinal);

    /// <summary>A model that replies with thousands of pieces as fast as they can be stored.</summary>
    private sealed class Torrent : IChatClient
    {
        public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
            IEnumerable<ChatMessage> messages,
            ChatOptions? options = null,
            [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            for (var i = 0; i < Pieces; i++)
            {
                yield return new ChatResponseUpdate(ChatRole.Assistant, $"{i} ");
            }

            await Task.CompletedTask;
        }

        public Task<ChatResponse> GetResponseAsync(
            IEnumerable<ChatMessage> messages,
            ChatOptions? options = null,
            CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}
