using System.Net;
using System.Net.WebSockets;
using System.Text.Json;
using Rejoin.Protocol;

namespace Rejoin.Server.Tests;

public sealed class LimitTests
{
    [Fact]
    public async Task No_hello_in_time_closes_4003()
    {
        await using var server = await WithAsync(limits => limits with { HelloMs = 1_000 });
        using var client = await TestClient.ConnectAsync(server);
        server.Running.Time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(CloseCode.HelloTimeout, await client.ClosedAsync());
    }

    [Fact]
    public async Task A_hello_beyond_its_size_closes_1009()
    {
        await using var server = await WithAsync(limits => limits);
        using var client = await TestClient.ConnectAsync(server);
        await client.SendAsync(new Hello { Token = new string('x', 9_000) });
        Assert.Equal(CloseCode.MessageTooBig, await client.ClosedAsync());
    }

    [Fact]
    public async Task Another_first_message_than_hello_closes_1002()
    {
        await using var server = await WithAsync(limits => limits);
        using var client = await TestClient.ConnectAsync(server);
        await client.SendAsync(new Say { Id = "m", Text = "x" });
        Assert.Equal(CloseCode.ProtocolError, await client.ClosedAsync());
    }

    [Fact]
    public async Task A_message_beyond_its_size_closes_1009()
    {
        await using var server = await WithAsync(limits => limits);
        using var client = await AttachAsync(server);
        await client.SendAsync(new Say { Id = "m", Text = new string('x', 66_000) });
        Assert.Equal(CloseCode.MessageTooBig, await client.ClosedAsync());
    }

    [Fact]
    public async Task A_text_beyond_its_size_is_refused_and_the_largest_is_taken()
    {
        await using var server = await WithAsync(limits => limits);
        using var client = await AttachAsync(server);
        await client.SendAsync(new Say { Id = "m1", Text = new string('x', 16_385) });
        Assert.Equal(RefusalCode.Invalid, (await client.UntilAsync<Refused>()).Code);
        await client.SayAsync("m2", new string('x', 16_384));
    }

    [Fact]
    public async Task A_value_beyond_its_size_is_refused()
    {
        await using var server = await WithAsync(limits => limits);
        using var client = await AttachAsync(server);
        await client.SendAsync(Value("a", "k", new string('x', 4_095)));
        Assert.Equal(RefusalCode.Invalid, (await client.UntilAsync<Refused>()).Code);
        await client.SendAsync(Value("b", "k", new string('x', 4_094)));
        await client.UntilAsync<ServerAck>(ack => ack.Id == "b");
        await client.SendAsync(Value("c", new string('k', 129), "v"));
        Assert.Equal(RefusalCode.Invalid, (await client.UntilAsync<Refused>()).Code);
    }

    [Fact]
    public async Task A_key_too_many_is_refused_and_known_keys_go_on()
    {
        await using var server = await WithAsync(limits => limits with { KeysPerMap = 2 });
        using var client = await AttachAsync(server);
        await client.SendAsync(Value("a", "k1", "v"));
        await client.SendAsync(Value("b", "k2", "v"));
        await client.SendAsync(Value("c", "k3", "v"));
        Assert.Equal("c", (await client.UntilAsync<Refused>(refused => refused.Code == RefusalCode.Limit)).Id);
        await client.SendAsync(Value("d", "k1", "w"));
        await client.UntilAsync<ServerAck>(ack => ack.Id == "d");
        await client.SendAsync(Value("b", "k2", "v"));
        Assert.True((await client.UntilAsync<ServerAck>(ack => ack.Id == "b")).Duplicate);
    }

    [Fact]
    public async Task A_turn_too_many_is_refused_and_a_resend_is_still_answered()
    {
        var model = new GatedChatClient(0, 1);
        await using var server = await WithAsync(
            limits => limits with { QueuedTurns = 2 }, new ServerSeams { ChatClient = model });
        using var client = await AttachAsync(server);
        await client.SayAsync("m1");
        await client.SayAsync("m2");
        await client.SendAsync(new Say { Id = "m3", Text = "x" });
        Assert.Equal(RefusalCode.Limit, (await client.UntilAsync<Refused>()).Code);
        Assert.True((await client.SayAsync("m2")).Duplicate);
        model.Gate.SetResult();
        await client.EventAsync<AgentMessage>(message => message.Turn == "m2");
        await client.SayAsync("m3", "x");
    }

    [Fact]
    public async Task A_workflow_too_many_is_refused()
    {
        var agent = new HeldAgent();
        await using var server = await WithAsync(
            limits => limits with { ActiveWorkflows = 1 }, new ServerSeams { Agent = agent.Around });
        using var client = await AttachAsync(server);
        await client.SendAsync(new Start { Id = "w1", Workflow = "five-steps" });
        await client.SendAsync(new Start { Id = "w2", Workflow = "five-steps" });
        Assert.Equal("w2", (await client.UntilAsync<Refused>(refused => refused.Code == RefusalCode.Limit)).Id);
        agent.Gate.SetResult();
        await client.EventAsync<WorkflowCompleted>();
    }

    [Fact]
    public async Task Operations_beyond_the_unanswered_close_1002()
    {
        await using var server = await WithAsync(
            limits => limits with { PendingOperations = 4 },
            new ServerSeams { Operations = _ => new SilentHandler() });
        using var client = await AttachAsync(server);
        for (var i = 0; i < 5; i++)
        {
            await client.SendAsync(new Say { Id = $"m{i}", Text = "x" });
        }

        Assert.Equal(CloseCode.ProtocolError, await client.ClosedAsync());
    }

    [Fact]
    public async Task A_client_that_does_not_read_is_closed_4001_and_keeps_its_session()
    {
        var log = new LogCapture();
        await using var server = await WithAsync(
            limits => limits with { SendQueueMessages = 64, CloseMs = 10_000, PendingOperations = 1_000 },
            new ServerSeams { Logging = log });
        var token = await server.TokenAsync();
        using var client = await TestClient.AttachAsync(server, token);
        await client.ReplayedAsync();
        for (var i = 0; i < 10; i++)
        {
            await client.SayAsync($"m{i}", new string('x', 16_000));
        }

        await client.EventAsync<AgentMessage>(message => message.Turn == "m9");
        for (var i = 0; i < 200; i++)
        {
            await client.SendAsync(new Read { Id = $"r{i}", What = ReadTarget.History });
        }

        await log.UntilAsync(2011);
        Assert.Equal(CloseCode.SlowConsumer, await client.ClosedAsync());
        using var again = await TestClient.AttachAsync(server, token, client);
        Assert.IsType<Resumed>(again.Verdict);
        Assert.True((await again.ReplayedAsync()).Offset >= client.Offset);
    }

    [Fact]
    public async Task A_connection_too_many_is_refused_503()
    {
        await using var server = await WithAsync(limits => limits with { Connections = 1 });
        using var client = await AttachAsync(server);
        var refused = await TestClient.RefusedAsync(server, Subprotocol);
        Assert.Equal((503, 1), (refused.Status, refused.RetryAfter));
    }

    [Fact]
    public async Task An_unattached_connection_too_many_is_refused_503_and_attached_ones_do_not_count()
    {
        await using var server = await WithAsync(limits => limits with { UnattachedConnections = 1 });
        using var waiting = await TestClient.ConnectAsync(server);
        Assert.Equal(503, (await TestClient.RefusedAsync(server, Subprotocol)).Status);
        using var native = await AttachAsync(server);
        await waiting.HelloAsync(await server.TokenAsync());
        using var next = await TestClient.ConnectAsync(server);
    }

    [Fact]
    public async Task A_session_too_many_closes_4502()
    {
        await using var server = await WithAsync(limits => limits with { SessionsPerPrincipal = 1 });
        using var client = await AttachAsync(server);
        using var native = await TestClient.ConnectAsync(server, options =>
            options.SetRequestHeader("Authorization", "Bearer " + server.TokenAsync().GetAwaiter().GetResult()));
        Assert.Equal(CloseCode.SessionLimit, await native.ClosedAsync());
        using var browser = await TestClient.ConnectAsync(server);
        await browser.SendAsync(new Hello { Token = await server.TokenAsync() });
        Assert.Equal(CloseCode.SessionLimit, await browser.ClosedAsync());
        using var other = await TestClient.AttachAsync(server, await server.TokenAsync("eve"));
    }

    [Fact]
    public async Task An_attach_too_many_is_refused_429_or_4004()
    {
        await using var server = await WithAsync(limits => limits with { AttachBurst = 1, AttachesPerSecond = 1 });
        var token = await server.TokenAsync();
        using var client = await TestClient.AttachAsync(server, token);
        var refused = await TestClient.RefusedAsync(server, options =>
        {
            Subprotocol(options);
            options.SetRequestHeader("Authorization", "Bearer " + token);
        });
        Assert.Equal(429, refused.Status);
        Assert.True(refused.RetryAfter >= 1);
        using var browser = await TestClient.ConnectAsync(server);
        await browser.SendAsync(new Hello { Token = token });
        Assert.Equal(CloseCode.RateLimited, await browser.ClosedAsync());
        Assert.NotNull(RetryHint.Parse(browser.CloseReason));
        using var other = await TestClient.AttachAsync(server, await server.TokenAsync("eve"));
    }

    [Fact]
    public async Task A_request_head_beyond_its_size_is_refused_431()
    {
        await using var server = await WithAsync(limits => limits);
        var refused = await TestClient.RefusedAsync(server, options =>
        {
            Subprotocol(options);
            options.SetRequestHeader("X-Long", new string('x', 17_000));
        });
        Assert.Equal(431, refused.Status);
    }

    [Theory]
    [InlineData("http://evil.example", 403)]
    [InlineData("null", 403)]
    [InlineData("http://localhost:1", 403)]
    public async Task A_page_of_another_origin_is_refused_403(string origin, int status)
    {
        await using var server = await WithAsync(limits => limits);
        var refused = await TestClient.RefusedAsync(server, options =>
        {
            Subprotocol(options);
            options.SetRequestHeader("Origin", origin);
        });
        Assert.Equal(status, refused.Status);
    }

    [Fact]
    public async Task A_page_of_this_loopback_host_or_a_listed_origin_may_connect()
    {
        await using var server = await TestServer.StartAsync(options => options with
        {
            AllowedOrigins = ["https://app.example"],
        });
        var own = server.Running.HttpUrl.GetLeftPart(UriPartial.Authority);
        foreach (var origin in new[] { own, "https://app.example" })
        {
            using var client = await TestClient.ConnectAsync(
                server, options => options.SetRequestHeader("Origin", origin));
            await client.HelloAsync(await server.TokenAsync());
        }
    }

    [Theory]
    [InlineData("Rejoin-Session", "bad id")]
    [InlineData("Rejoin-Session", "s_1")]
    [InlineData("Rejoin-Offset", "-1")]
    [InlineData("Rejoin-Snapshots", "maybe")]
    public async Task A_malformed_hello_in_the_upgrade_is_refused_400(string header, string value)
    {
        await using var server = await WithAsync(limits => limits);
        var token = await server.TokenAsync();
        var refused = await TestClient.RefusedAsync(server, options =>
        {
            Subprotocol(options);
            options.SetRequestHeader("Authorization", "Bearer " + token);
            options.SetRequestHeader(header, value);
        });
        Assert.Equal(400, refused.Status);
    }

    [Fact]
    public async Task An_upgrade_without_the_subprotocol_or_without_upgrade_is_refused_400()
    {
        await using var server = await WithAsync(limits => limits);
        Assert.Equal(400, (await TestClient.RefusedAsync(server, _ => { })).Status);
        Assert.Equal(400, (await TestClient.RefusedAsync(server, options => options.AddSubProtocol("other"))).Status);
        using var http = new HttpClient();
        using var plain = await http.GetAsync(new Uri(server.Running.HttpUrl, "/ws"), TestClient.Bound());
        Assert.Equal(HttpStatusCode.BadRequest, plain.StatusCode);
    }

    [Fact]
    public async Task A_full_store_queue_refuses_unavailable()
    {
        await using var server = await WithAsync(
            limits => limits, new ServerSeams { Store = store => new FullStore(store) });
        using var client = await AttachAsync(server);
        await client.SendAsync(new Say { Id = "m1", Text = "x" });
        var refused = await client.UntilAsync<Refused>();
        Assert.Equal(RefusalCode.Unavailable, refused.Code);
        Assert.True(refused.RetryAfterMs > 0);
    }

    [Fact]
    public async Task A_reply_is_cut_at_its_limit()
    {
        await using var server = await WithAsync(limits => limits with { ReplyCharacters = 100 });
        using var client = await AttachAsync(server);
        await client.SayAsync("m1", new string('x', 1_000));
        Assert.Equal(100, (await client.EventAsync<AgentMessage>()).Text.Length);
    }

    private static void Subprotocol(ClientWebSocketOptions options) =>
        options.AddSubProtocol(RejoinProtocol.Subprotocol);

    private static Task<TestServer> WithAsync(Func<LimitOptions, LimitOptions> change, ServerSeams? seams = null) =>
        TestServer.StartAsync(options => options with { Limits = change(options.Limits) }, seams);

    private static async Task<TestClient> AttachAsync(TestServer server)
    {
        var client = await TestClient.AttachAsync(server, await server.TokenAsync());
        await client.ReplayedAsync();
        return client;
    }

    private static Set Value(string id, string key, string value) => new()
    {
        Id = id, Scope = ValueScope.Memory, Key = key, Value = JsonSerializer.SerializeToElement(value),
    };

    private sealed class SilentHandler : IOperationHandler
    {
        public Task<OperationOutcome> HandleAsync(OperationRequest request, CancellationToken cancellationToken) =>
            Task.FromResult(new OperationOutcome());
    }
}
