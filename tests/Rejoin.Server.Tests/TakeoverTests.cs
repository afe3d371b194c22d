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
    public async Task An_operation_that_comes_late_from_the_older_connection_is_refused_by_the_store()
    {
        var late = new LateHandler();
        await using var server = await TestServer.StartAsync(seams: new ServerSeams { Operations = late.Around });
        var token = await server.TokenAsync();
        using var older = await TestClient.AttachAsync(server, token);
        await older.ReplayedAsync();
        await older.SendAsync(new Say { Id = "late", Text = "late" });
        await late.Arrived.Task.WaitAsync(TestClient.Bound());
        using var newer = await TestClient.AttachAsync(server, token, older);
        await newer.ReplayedAsync();
        late.Gate.SetResult();

        var outcome = await late.Outcome.Task.WaitAsync(TestClient.Bound());
        Assert.Equal(RefusalCode.Fenced, Assert.IsType<Refused>(outcome.Message).Code);
        await newer.SayAsync("m1");
        var answer = await newer.ReadAsync("r1", ReadTarget.History);
        Assert.DoesNotContain(answer.History!, message => message.Id == "late");
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

    /// <summary>Holds the operation "late" back until the gate is open.</summary>
    private sealed class LateHandler
    {
        public TaskCompletionSource Arrived { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Gate { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource<OperationOutcome> Outcome { get; } =
            new(TaskCreationOptions.RunContinuationsAsynchronously);

        public IOperationHandler Around(IOperationHandler inner) => new Holder(inner, this);

        private sealed class Holder(IOperationHandler inner, LateHandler owner) : IOperationHandler
        {
            public async Task<OperationOutcome> HandleAsync(
                OperationRequest request, CancellationToken cancellationToken)
            {
                if (request.Operation.Id != "late")
                {
                    return await inner.HandleAsync(request, cancellationToken);
                }

                owner.Arrived.SetResult();
                await owner.Gate.Task;
                var outcome = await inner.HandleAsync(request, cancellationToken);
                owner.Outcome.SetResult(outcome);
                return outcome;
            }
        }
    }
}
