using Rejoin.Protocol;

namespace Rejoin.Server.Tests;

public sealed class TakeoverTests
{
    [Fact]
    public async Task A_newer_attach_supersedes_the_older_connection()
    {
        await using var server = await TestServer.StartAsync();
        var token = await server.TokenAsync();
        using var older = await TestClient.AttachAsync(server, token);
        await older.SayAsync("m1");
        await older.EventAsync<AgentMessage>();

        // The older connection is alive and does not read, as behind a dead network.
        using var newer = await TestClient.AttachAsync(server, token, older);
        Assert.Equal(2, newer.Verdict.Generation);
        await newer.SayAsync("m2");
        await newer.EventAsync<AgentMessage>(message => message.Turn == "m2");
        var head = newer.Verdict.Head;
        Assert.Equal(CloseCode.Superseded, await older.ClosedAsync());
        Assert.True(older.Offset <= head);
    }

    [Fact]
    public async Task A_connection_that_never_answers_the_close_is_cut()
    {
        await using var server = await TestServer.StartAsync();
        var token = await server.TokenAsync();
        using var older = await TestClient.AttachAsync(server, token);
        await older.ReplayedAsync();
        using var newer = await TestClient.AttachAsync(server, token, older);
        await Until.TrueAsync(() => server.Running.Count().Connections == 1);
        await newer.SayAsync("m1");
    }

    [Fact]
    public async Task Operations_of_an_older_generation_are_refused_by_the_store()
    {
        var writers = new List<HeldWriter>();
        await using var server = await TestServer.StartAsync(seams: new ServerSeams
        {
            // Swallows the close, so that the older connection goes on talking.
            Writer = inner =>
            {
                var writer = new HeldWriter(inner);
                writers.Add(writer);
                return writer;
            },
        });
        var token = await server.TokenAsync();
        using var older = await TestClient.AttachAsync(server, token);
        await older.ReplayedAsync();
        var before = OldRequest(server, older);
        using var newer = await TestClient.AttachAsync(server, token, older);
        await newer.ReplayedAsync();

        var result = await before();
        Assert.Equal(AppendStatus.Fenced, result.Status);
        var answer = await newer.ReadAsync("r1", ReadTarget.History);
        Assert.Empty(answer.History!);
        await newer.SayAsync("m1");
    }

    [Fact]
    public async Task Many_attaches_at_once_leave_one_connection_that_works()
    {
        await using var server = await TestServer.StartAsync();
        var token = await server.TokenAsync();
        using var first = await TestClient.AttachAsync(server, token);
        await first.ReplayedAsync();
        var attaches = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => TryAttachAsync(server, token, first)));
        var clients = attaches.OfType<TestClient>().ToList();
        Assert.Equal(clients.Count, clients.Select(client => client.Verdict.Generation).Distinct().Count());
        var newest = clients.MaxBy(client => client.Verdict.Generation)!;
        await newest.ReplayedAsync();
        await newest.SayAsync("m1");
        foreach (var client in clients)
        {
            if (client != newest)
            {
                Assert.Equal(CloseCode.Superseded, await client.ClosedAsync());
            }

            client.Dispose();
        }
    }

    private static Func<Task<AppendResult>> OldRequest(TestServer server, TestClient client)
    {
        var store = server.Running.Store;
        var command = new AppendCommand
        {
            Session = client.Verdict.Session,
            Events = [new UserMessage { Id = "late", Text = "late" }],
            Fence = new ClientFence(client.Verdict.Generation),
            Operation = new OperationKey("late", new byte[32]),
        };
        return () => store.AppendAsync(command);
    }

    private static async Task<TestClient?> TryAttachAsync(TestServer server, string token, TestClient first)
    {
        try
        {
            return await TestClient.AttachAsync(server, token, first);
        }
        catch (Exception error) when (error is Xunit.Sdk.XunitException or System.Net.WebSockets.WebSocketException)
        {
            // Overtaken before its verdict: closed with 4500 and nothing else.
            return null;
        }
    }

    private sealed class HeldWriter(IConnectionWriter inner) : IConnectionWriter
    {
        public ConnectionInfo Connection => inner.Connection;

        public ValueTask SendAsync(OutgoingFrame frame, CancellationToken cancellationToken) =>
            inner.SendAsync(frame, cancellationToken);

        public ValueTask CloseAsync(int code, string reason, CancellationToken cancellationToken) => default;
    }
}
