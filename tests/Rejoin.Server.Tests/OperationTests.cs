using System.Text.Json;
using Rejoin.Protocol;

namespace Rejoin.Server.Tests;

public sealed class OperationTests
{
    [Fact]
    public async Task A_resend_has_one_effect_and_the_same_answer_also_after_a_restart()
    {
        var folder = TestServer.NewFolder();
        TestClient client;
        string token;
        await using (var server = await TestServer.StartAsync(folder: folder))
        {
            token = await server.TokenAsync();
            client = await TestClient.AttachAsync(server, token);
            Assert.Equal((1L, false), Facts(await client.SayAsync("m1", "once")));
            Assert.Equal((1L, true), Facts(await client.SayAsync("m1", "once")));
            await client.EventAsync<AgentMessage>();
            await server.Running.AbortAsync();
        }

        await using (var server = await TestServer.StartAsync(folder: folder))
        {
            using var again = await TestClient.AttachAsync(server, token, client);
            Assert.IsType<Resumed>(again.Verdict);
            Assert.Equal((1L, true), Facts(await again.SayAsync("m1", "once")));
            Assert.Equal(2, (await again.ReadAsync("r", ReadTarget.History)).History!.Count);
        }

        client.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task An_id_with_other_content_is_refused()
    {
        await using var server = await TestServer.StartAsync();
        using var client = await TestClient.AttachAsync(server, await server.TokenAsync());
        await client.SayAsync("x", "one");
        await client.SendAsync(new Say { Id = "x", Text = "two" });
        Assert.Equal(RefusalCode.IdReused, (await client.UntilAsync<Refused>()).Code);
        await client.SendAsync(new Start { Id = "x", Workflow = "five-steps" });
        Assert.Equal(RefusalCode.IdReused, (await client.UntilAsync<Refused>()).Code);
    }

    [Fact]
    public async Task The_same_value_written_with_other_white_space_is_a_resend()
    {
        await using var server = await TestServer.StartAsync();
        using var client = await TestClient.AttachAsync(server, await server.TokenAsync());
        await client.SendAsync("""{"type":"set","id":"v","scope":"memory","key":"k","value":{"a": [1, 2]}}""");
        await client.UntilAsync<ServerAck>();
        await client.SendAsync("""{"type":"set","id":"v","scope":"memory","key":"k","value":{"a":[1,2]}}""");
        Assert.True((await client.UntilAsync<ServerAck>()).Duplicate);
    }

    [Fact]
    public async Task Pipelined_operations_are_applied_and_answered_in_order_and_share_commits()
    {
        await using var server = await TestServer.StartAsync();
        using var client = await TestClient.AttachAsync(server, await server.TokenAsync());
        await client.ReplayedAsync();
        var before = server.Running.Count().Commits;
        for (var i = 0; i < 60; i++)
        {
            await client.SendAsync(Value($"s{i}", $"k{i}", i));
        }

        await client.SendAsync(new Read { Id = "r", What = ReadTarget.Context });
        var order = new List<string>();
        var answer = await client.UntilAsync<ServerMessage>(message =>
        {
            if (message is ServerAck ack)
            {
                Assert.True(client.Offset >= ack.Offset);
                order.Add(ack.Id);
            }

            return message is Answer;
        });
        Assert.Equal(Enumerable.Range(0, 60).Select(i => $"s{i}"), order);
        Assert.Equal(60, ((Answer)answer).Context!.Memory.Count);
        Assert.Equal(60, ((Answer)answer).Offset);
        Assert.True(server.Running.Count().Commits - before <= 60);
    }

    [Fact]
    public async Task Values_go_to_their_scope_and_the_last_one_stays()
    {
        await using var server = await TestServer.StartAsync();
        using var client = await TestClient.AttachAsync(server, await server.TokenAsync());
        await client.SendAsync(Value("a", "k", 1));
        await client.SendAsync(Value("b", "k", 2));
        await client.SendAsync(Value("c", "k", 3) with { Scope = ValueScope.Preference });
        var context = (await client.ReadAsync("r", ReadTarget.Context)).Context!;
        Assert.Equal(2, context.Memory["k"].GetInt32());
        Assert.Equal(3, context.Preferences["k"].GetInt32());
        Assert.Equal(client.Verdict.Principal, context.Principal);
        Assert.Equal(client.Digest.ToString(), (await client.ReadAsync("r2", ReadTarget.Context)).Digest);
    }

    [Fact]
    public async Task A_workflow_runs_its_five_steps_and_each_effect_once()
    {
        await using var server = await TestServer.StartAsync();
        using var client = await TestClient.AttachAsync(server, await server.TokenAsync());
        await client.SendAsync("""{"type":"start","id":"w1","workflow":"five-steps","input":{"topic":"x"}}""");
        await client.EventAsync<WorkflowCompleted>();
        var workflow = Assert.Single((await client.ReadAsync("r", ReadTarget.Context)).Context!.Workflows);
        Assert.True(workflow.Completed);
        Assert.Equal(5, workflow.CompletedSteps);
        Assert.Equal(
            ["w1/1/1", "w1/2/1", "w1/3/1", "w1/4/1", "w1/5/1"], workflow.ToolCalls.Select(call => call.Effect));
        Assert.All(workflow.ToolCalls, call => Assert.NotNull(call.Result));
        Assert.Equal("x", workflow.ToolCalls[0].Arguments.GetProperty("input").GetProperty("topic").GetString());
        var effects = (await client.ReadAsync("e", ReadTarget.Effects)).Effects!;
        Assert.Equal(5, effects.Count);
        Assert.All(effects, effect => Assert.Equal(1, effect.Applied));
        var admin = await server.AdminAsync(HttpMethod.Get, $"/effects?session={client.Verdict.Session}");
        Assert.Equal(5, admin.GetArrayLength());
    }

    [Fact]
    public async Task An_unknown_workflow_is_refused()
    {
        await using var server = await TestServer.StartAsync();
        using var client = await TestClient.AttachAsync(server, await server.TokenAsync());
        await client.SendAsync(new Start { Id = "w", Workflow = "nothing" });
        Assert.Equal(RefusalCode.UnknownWorkflow, (await client.UntilAsync<Refused>()).Code);
    }

    [Fact]
    public async Task Turns_of_one_session_run_one_after_another()
    {
        await using var server = await TestServer.StartAsync();
        using var client = await TestClient.AttachAsync(server, await server.TokenAsync());
        for (var i = 0; i < 5; i++)
        {
            await client.SendAsync(new Say { Id = $"m{i}", Text = $"text {i}" });
        }

        await client.EventAsync<AgentMessage>(message => message.Turn == "m4");
        var turns = client.Events.Select(entry => entry.Data).OfType<Delta>().Select(delta => delta.Turn);
        Assert.Equal(["m0", "m1", "m2", "m3", "m4"], turns.Aggregate(
            new List<string>(),
            (list, turn) =>
            {
                if (list.Count == 0 || list[^1] != turn)
                {
                    list.Add(turn);
                }

                return list;
            }));
    }

    [Theory]
    [InlineData("""{"type":"say","id":"m","text":""}""")]
    [InlineData("""{"type":"set","id":"m","scope":"memory","key":"","value":1}""")]
    [InlineData("""{"type":"set","id":"m","scope":"memory","key":"k","value":"\ud800"}""")]
    [InlineData("""{"type":"start","id":"m","workflow":""}""")]
    public async Task A_field_out_of_bounds_is_refused_and_the_connection_stays(string operation)
    {
        await using var server = await TestServer.StartAsync();
        using var client = await TestClient.AttachAsync(server, await server.TokenAsync());
        await client.SendAsync(operation);
        Assert.Equal(RefusalCode.Invalid, (await client.UntilAsync<Refused>()).Code);
        await client.SayAsync("m1");
    }

    [Theory]
    [InlineData("nonsense", CloseCode.ProtocolError)]
    [InlineData("""{"type":"sing"}""", CloseCode.ProtocolError)]
    [InlineData("""{"type":"say","id":"m"}""", CloseCode.ProtocolError)]
    [InlineData("""{"type":"say","id":"no spaces","text":"x"}""", CloseCode.ProtocolError)]
    [InlineData("""{"type":"hello","token":"x"}""", CloseCode.ProtocolError)]
    [InlineData("""{"type":"ack","offset":7}""", CloseCode.ProtocolError)]
    [InlineData("", CloseCode.ProtocolError)]
    public async Task A_broken_message_closes_the_connection(string text, int code)
    {
        await using var server = await TestServer.StartAsync();
        using var client = await TestClient.AttachAsync(server, await server.TokenAsync());
        await client.ReplayedAsync();
        await client.SendAsync(text);
        Assert.Equal(code, await client.ClosedAsync());
    }

    [Fact]
    public async Task Binary_and_broken_text_have_their_own_codes()
    {
        await using var server = await TestServer.StartAsync();
        var token = await server.TokenAsync();
        using var binary = await TestClient.AttachAsync(server, token);
        await binary.SendAsync([1, 2, 3], System.Net.WebSockets.WebSocketMessageType.Binary);
        Assert.Equal(CloseCode.UnsupportedData, await binary.ClosedAsync());
        using var broken = await TestClient.AttachAsync(server, token);
        await broken.SendAsync([0x22, 0xC3, 0x28, 0x22]);
        Assert.Equal(CloseCode.InvalidPayload, await broken.ClosedAsync());
    }

    private static Set Value(string id, string key, int value) => new()
    {
        Id = id, Scope = ValueScope.Memory, Key = key, Value = JsonSerializer.SerializeToElement(value),
    };

    private static (long Offset, bool Duplicate) Facts(ServerAck ack) => (ack.Offset ?? 0, ack.Duplicate);
}
