using Microsoft.Data.Sqlite;
using Rejoin.Protocol;

namespace Rejoin.Server.Tests;

public sealed class RestartTests
{
    [Fact]
    public async Task A_turn_in_flight_goes_on_after_a_restart_in_a_new_attempt()
    {
        var folder = TestServer.NewFolder();
        TestClient first;
        string token;
        var seams = new ServerSeams { ChatClient = new GatedChatClient(3, 2) };
        await using (var server = await TestServer.StartAsync(seams: seams, folder: folder))
        {
            token = await server.TokenAsync();
            first = await TestClient.AttachAsync(server, token);
            await first.SayAsync("m1");
            await first.SayAsync("m2");
            await first.EventAsync<Delta>(delta => delta.Index == 2);
            await server.Running.AbortAsync();
        }

        var open = new GatedChatClient(3, 2);
        open.Gate.SetResult();
        await using (var server = await TestServer.StartAsync(
            seams: new ServerSeams { ChatClient = open }, folder: folder))
        {
            // Nobody is attached: the turns go on all the same.
            await Until.TrueAsync(() => server.Running.Count() is { Sessions: 1, TurnsInFlight: 0 });
            using var second = await TestClient.AttachAsync(
                server, token, session: first.Verdict.Session, position: new Position(first.Verdict.Epoch, 0));
            second.KnowsDigest = true;
            await second.ReplayedAsync();
            var data = second.Events.Select(entry => entry.Data).ToList();
            Assert.Equal(
                [("m1", 1), ("m2", 1)], data.OfType<TurnInterrupted>().Select(cut => (cut.Turn, cut.Attempt)));
            var deltas = data.OfType<Delta>().Where(delta => delta is { Turn: "m1", Attempt: 2 }).ToList();
            Assert.Equal([0, 1, 2, 3, 4], deltas.Select(delta => delta.Index));
            Assert.Equal(["m1", "m2"], data.OfType<AgentMessage>().Select(message => message.Turn));
            Assert.Equal("p0 p1 p2 p3 p4 ", data.OfType<AgentMessage>().First().Text);
            Assert.Empty((await second.ReadAsync("r", ReadTarget.Context)).Context!.TurnsInFlight);
        }

        first.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_turn_goes_on_while_nobody_is_attached()
    {
        var model = new GatedChatClient(1, 3);
        await using var server = await TestServer.StartAsync(seams: new ServerSeams { ChatClient = model });
        var token = await server.TokenAsync();
        using var first = await TestClient.AttachAsync(server, token);
        await first.SayAsync("m1");
        first.Drop();
        await Until.TrueAsync(() => server.Running.Count().Connections == 0);
        model.Gate.SetResult();
        await Until.TrueAsync(() => server.Running.Count().TurnsInFlight == 0);
        using var second = await TestClient.AttachAsync(server, token, first);
        await second.ReplayedAsync();
        Assert.Single(second.Events, entry => entry.Data is AgentMessage);
        Assert.DoesNotContain(second.Events, entry => entry.Data is TurnInterrupted);
    }

    [Fact]
    public async Task A_model_that_fails_is_asked_again_in_a_new_attempt()
    {
        var model = new GatedChatClient(2, 1) { Failures = 1 };
        model.Gate.SetResult();
        await using var server = await TestServer.StartAsync(seams: new ServerSeams { ChatClient = model });
        using var client = await TestClient.AttachAsync(server, await server.TokenAsync());
        await client.SayAsync("m1");
        Assert.Equal("p0 p1 p2 ", (await client.EventAsync<AgentMessage>()).Text);
        Assert.Single(client.Events, entry => entry.Data is TurnInterrupted);
    }

    [Fact]
    public async Task A_model_that_always_fails_ends_its_turn_with_a_sentence()
    {
        var model = new GatedChatClient(2, 1) { Failures = int.MaxValue };
        await using var server = await TestServer.StartAsync(seams: new ServerSeams { ChatClient = model });
        using var client = await TestClient.AttachAsync(server, await server.TokenAsync());
        await client.SayAsync("m1");
        var message = await client.EventAsync<AgentMessage>();
        var last = client.Events.Select(entry => entry.Data).OfType<Delta>().Where(delta => delta.Attempt == 4);
        Assert.Equal(message.Text, string.Concat(last.Select(delta => delta.Text)));
    }

    public static TheoryData<int> WorkflowCuts => [.. Enumerable.Range(1, 25)];

    [Theory]
    [MemberData(nameof(WorkflowCuts))]
    public async Task A_workflow_cut_anywhere_records_each_step_and_applies_each_effect_once(int cutAfter)
    {
        var folder = TestServer.NewFolder();
        TestClient first;
        string token;
        var agent = new CuttingAgent(cutAfter);
        await using (var server = await TestServer.StartAsync(
            seams: new ServerSeams { Agent = agent.Around }, folder: folder))
        {
            token = await server.TokenAsync();
            first = await TestClient.AttachAsync(server, token);
            await first.SendAsync(new Start { Id = "w", Workflow = "five-steps" });
            await agent.Reached.Task.WaitAsync(TestClient.Bound());
            await server.Running.AbortAsync();
        }

        await using (var server = await TestServer.StartAsync(folder: folder))
        {
            await Until.TrueAsync(() => server.Running.Count() is { Sessions: 1, TurnsInFlight: 0 });
            using var second = await TestClient.AttachAsync(
                server, token, session: first.Verdict.Session, position: new Position(first.Verdict.Epoch, 0));
            second.KnowsDigest = true;
            await second.ReplayedAsync();
            var data = second.Events.Select(entry => entry.Data).ToList();
            Assert.Equal([1, 2, 3, 4, 5], data.OfType<StepStarted>().Select(step => step.Step));
            Assert.Equal([1, 2, 3, 4, 5], data.OfType<ToolCalled>().Select(call => call.Step));
            Assert.Equal([1, 2, 3, 4, 5], data.OfType<ToolReturned>().Select(call => call.Step));
            Assert.Equal([1, 2, 3, 4, 5], data.OfType<StepCompleted>().Select(step => step.Step));
            Assert.Single(data.OfType<TurnInterrupted>());
            Assert.Single(data.OfType<WorkflowCompleted>());
            var effects = (await second.ReadAsync("r", ReadTarget.Effects)).Effects!;
            Assert.Equal([1L, 1L, 1L, 1L, 1L], effects.Select(effect => effect.Applied));
        }

        first.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("UPDATE event SET frame = replace(frame, 'hello', 'jello') WHERE offset = 1")]
    [InlineData("DELETE FROM event WHERE offset = 2")]
    [InlineData("UPDATE session SET head = head - 1")]
    [InlineData("UPDATE event SET digest = zeroblob(32) WHERE offset = 3")]
    public async Task A_log_that_was_altered_is_reset_as_corrupt_and_only_its_owner_is_told(string alteration)
    {
        var folder = TestServer.NewFolder();
        TestClient first;
        string token;
        await using (var server = await TestServer.StartAsync(folder: folder))
        {
            token = await server.TokenAsync();
            first = await TestClient.AttachAsync(server, token);
            await first.SayAsync("m1", "hello");
            await first.EventAsync<AgentMessage>();
        }

        Alter(folder, alteration);
        await using (var server = await TestServer.StartAsync(folder: folder))
        {
            using var other = await TestClient.AttachAsync(
                server, await server.TokenAsync("eve"), session: first.Verdict.Session, position: first.Position);
            Assert.Equal(ResetReason.Unknown, Assert.IsType<Reset>(other.Verdict).Reason);
            using var second = await TestClient.AttachAsync(server, token, first);
            Assert.Equal(ResetReason.Corrupt, Assert.IsType<Reset>(second.Verdict).Reason);
            Assert.NotEqual(first.Verdict.Session, second.Verdict.Session);
            await second.SayAsync("m1", "new");
            using var third = await TestClient.AttachAsync(server, token, first);
            Assert.Equal(ResetReason.Corrupt, Assert.IsType<Reset>(third.Verdict).Reason);
        }

        first.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_trimmed_session_survives_a_restart_with_its_whole_history()
    {
        var folder = TestServer.NewFolder();
        static ServerOptions Small(ServerOptions options) =>
            options with { Limits = options.Limits with { RetainedEvents = 20 } };
        TestClient first;
        string token;
        await using (var server = await TestServer.StartAsync(Small, folder: folder))
        {
            token = await server.TokenAsync();
            first = await TestClient.AttachAsync(server, token);
            await first.SendAsync(new Start { Id = "w", Workflow = "five-steps" });
            await first.EventAsync<WorkflowCompleted>();
            for (var i = 0; i < 10; i++)
            {
                await first.SayAsync($"m{i}");
            }

            await first.EventAsync<AgentMessage>(message => message.Turn == "m9");
        }

        await using (var server = await TestServer.StartAsync(Small, folder: folder))
        {
            using var second = await TestClient.AttachAsync(server, token, first);
            Assert.IsType<Resumed>(second.Verdict);
            Assert.Equal(first.Digest.ToString(), (await second.ReplayedAsync()).Digest);
            Assert.Equal(20, (await second.ReadAsync("r", ReadTarget.History)).History!.Count);
            var context = (await second.ReadAsync("c", ReadTarget.Context)).Context!;
            Assert.Equal(5, Assert.Single(context.Workflows).ToolCalls.Count);
            await second.SayAsync("m10");
        }

        first.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static void Alter(string folder, string sql)
    {
        var path = Path.Combine(folder, "rejoin.db");
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The texts are constants of this file.
        command.CommandText = sql.Replace(
            "replace(frame, 'hello', 'jello')",
            "CAST(replace(CAST(frame AS TEXT), 'hello', 'jello') AS BLOB)",
            StringComparison.Ordinal);
#pragma warning restore CA2100
        Assert.True(command.ExecuteNonQuery() > 0);
    }
}
