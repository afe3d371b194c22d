using System.Collections.Concurrent;
using System.Text.Json;
using Rejoin.Client.Tests.Scripted;
using Rejoin.Protocol;
using Rejoin.Server;

namespace Rejoin.Client.Tests.EndToEnd;

public sealed class AgainstTheServer
{
    public static TheoryData<HelloPlacement, int> Ways => new()
    {
        { HelloPlacement.UpgradeHeaders, 1024 },
        { HelloPlacement.FirstMessage, 1024 },
        { HelloPlacement.UpgradeHeaders, 0 },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Session_is_cut_at_any_moment_and_everything_comes_once(HelloPlacement hello, int queue)
    {
        await using var service = await Service.StartAsync();
        var offsets = new ConcurrentQueue<long>();
        await using var session = new RejoinSession(
            service.Settings() with { Hello = hello, EventQueueCapacity = queue },
            (e, _) =>
            {
                if (e is LogEvent log)
                {
                    offsets.Enqueue(log.Event.Offset);
                }

                return ValueTask.CompletedTask;
            });
        (await session.ConnectAsync(Bounded.Token).Within()).EnsureSucceeded();
        for (var i = 0; i < 20; i++)
        {
            var say = session.SayAsync($"message {i}", $"m{i}", cancellationToken: Bounded.Token);
            if (i % 3 == 0)
            {
                session.Drop();
            }
            else if (i % 3 == 1)
            {
                await Until.TrueAsync(() => offsets.Count > i * 2, "a piece of the reply is there");
                session.Drop();
            }

            var result = (await session.ResumeAsync(Bounded.Token).Within()).EnsureSucceeded();
            Assert.True(result.IsResumed);
            (await say.Within()).EnsureSucceeded();
        }

        var history = (await session.ReadHistoryAsync(cancellationToken: Bounded.Token).Within()).EnsureSucceeded();
        Assert.Equal(
            Enumerable.Range(0, 20).Select(i => $"m{i}"),
            history.Answer!.History!.Where(m => m.Role == MessageRole.User).Select(m => m.Id));
        await Until.TrueAsync(() => offsets.Count >= history.Answer.Offset, "everything is delivered");
        var delivered = offsets.ToArray();
        Assert.Equal(Enumerable.Range(1, delivered.Length).Select(i => (long)i), delivered);
    }

    [Fact]
    public async Task Every_operation_is_understood()
    {
        await using var service = await Service.StartAsync();
        await using var session = new RejoinSession(service.Settings(), (_, _) => ValueTask.CompletedTask);
        (await session.ConnectAsync(Bounded.Token).Within()).EnsureSucceeded();
        var value = JsonDocument.Parse("""{"to":"Rome"}""").RootElement;
        (await session.SetAsync(ValueScope.Preference, "k", value, cancellationToken: Bounded.Token).Within())
            .EnsureSucceeded();
        var unknown = await session.StartAsync("no_such_workflow", cancellationToken: Bounded.Token).Within();
        var context = (await session.ReadContextAsync(cancellationToken: Bounded.Token).Within()).EnsureSucceeded();
        (await session.ReadEffectsAsync(cancellationToken: Bounded.Token).Within()).EnsureSucceeded();
        (await session.RefreshAsync(cancellationToken: Bounded.Token).Within()).EnsureSucceeded();
        (await session.LeaveAsync(cancellationToken: Bounded.Token).Within()).EnsureSucceeded();

        Assert.Equal(RefusalCode.UnknownWorkflow, unknown.Error!.Refusal);
        Assert.Equal("ada", context.Answer!.Context!.Principal);
        Assert.Equal("Rome", context.Answer.Context.Preferences["k"].GetProperty("to").GetString());
        Assert.Equal(1000, (await session.Closed.Within()).Code);
    }

    [Fact]
    public async Task Second_client_from_the_same_cursor_supersedes_the_first()
    {
        await using var service = await Service.StartAsync();
        await using var first = new RejoinSession(service.Settings(), (_, _) => ValueTask.CompletedTask);
        (await first.ConnectAsync(Bounded.Token).Within()).EnsureSucceeded();
        (await first.SayAsync("x", cancellationToken: Bounded.Token).Within()).EnsureSucceeded();
        var cursor = SessionCursor.FromJson(first.GetCursor(includeOperations: true)!.ToJson());
        await using var second = new RejoinSession(service.Settings(), (_, _) => ValueTask.CompletedTask, cursor);
        var result = (await second.ResumeAsync(Bounded.Token).Within()).EnsureSucceeded();

        Assert.True(result.IsResumed);
        Assert.Equal(2, result.Verdict!.Generation);
        Assert.Equal(ClientFailure.Superseded, (await first.Closed.Within()).Error.Failure);
    }

    [Fact]
    public async Task Session_of_another_principal_is_unknown()
    {
        await using var service = await Service.StartAsync();
        await using var first = new RejoinSession(service.Settings(), (_, _) => ValueTask.CompletedTask);
        (await first.ConnectAsync(Bounded.Token).Within()).EnsureSucceeded();
        var cursor = first.Cursor! with { Principal = null };
        await using var thief = new RejoinSession(service.Settings("eve"), (_, _) => ValueTask.CompletedTask, cursor);
        var result = await thief.ResumeAsync(Bounded.Token).Within();

        Assert.Equal(ResetReason.Unknown, result.ResetReason);
        Assert.Equal(SessionState.Live, first.State);
    }

    [Fact]
    public async Task Absence_beyond_the_window_is_told_and_the_new_session_is_clean()
    {
        await using var service = await Service.StartAsync();
        await using var session = new RejoinSession(service.Settings(), (_, _) => ValueTask.CompletedTask);
        (await session.ConnectAsync(Bounded.Token).Within()).EnsureSucceeded();
        (await session.SayAsync("x", cancellationToken: Bounded.Token).Within()).EnsureSucceeded();
        await session.CloseAsync(Bounded.Token);
        await Until.TrueAsync(() => service.Running.Count().Connections == 0, "the connection is gone");
        service.Running.Time.Advance(TimeSpan.FromMinutes(6));
        var result = (await session.ResumeAsync(Bounded.Token).Within()).EnsureSucceeded();

        Assert.Equal(ResetReason.Expired, result.ResetReason);
        Assert.Equal(0, session.Cursor!.Offset);
    }

    [Fact]
    public async Task Client_survives_a_restart_of_the_server_without_losing_an_operation()
    {
        await using var service = await Service.StartAsync();
        var replies = new ConcurrentQueue<string>();
        await using var client = new RejoinClient(new RejoinClientOptions
        {
            Session = service.Settings(),
            FirstDelay = TimeSpan.FromMilliseconds(20),
            BaseDelay = TimeSpan.FromMilliseconds(20),
            MaxDelay = TimeSpan.FromMilliseconds(100),
            Guard = new ReconnectGuard(new ReconnectGuardOptions { Budget = 1_000, BreakerFailures = 1_000 }),
        });
        client.Start();
        var reading = Task.Run(
            async () =>
            {
                await foreach (var next in client.Events.WithCancellation(Bounded.Token))
                {
                    if (next is LogEvent { Event.Data: AgentMessage reply })
                    {
                        replies.Enqueue(reply.Turn);
                    }
                }
            },
            Bounded.Token);
        await client.WaitUntilLiveAsync(Bounded.Token).Within();
        for (var i = 0; i < 9; i++)
        {
            var say = client.SayAsync($"message {i}", $"m{i}", cancellationToken: Bounded.Token);
            if (i is 3 or 6)
            {
                await service.RestartAsync();
            }

            Assert.True((await say.Within()).Succeeded);
        }

        await Until.TrueAsync(() => replies.Count == 9, "every reply is there");
        Assert.Equal(Enumerable.Range(0, 9).Select(i => $"m{i}"), replies.Order());
        await client.LeaveAsync(cancellationToken: Bounded.Token).Within();
        await reading.Within();
    }

    [Fact]
    public async Task Session_works_over_tls_with_own_trust()
    {
        using var certificate = Failures.Failures.SelfSigned();
        var folder = Directory.CreateTempSubdirectory("rejoin-tls-").FullName;
        var file = Path.Combine(folder, "server.pfx");
        await File.WriteAllBytesAsync(
            file,
            certificate.Export(System.Security.Cryptography.X509Certificates.X509ContentType.Pfx),
            Bounded.Token);
        await using var service = await Service.StartAsync(o => o with
        {
            Certificate = new CertificateOptions { Path = file },
        });
        using var plain = new HttpClient(new HttpClientHandler
        {
            ServerCertificateCustomValidationCallback = (_, _, _, _) => true,
        });
        using var response = await plain.PostAsync(
            new Uri(service.Running.HttpUrl, "/token"),
            new StringContent("""{"principal":"ada"}""", System.Text.Encoding.UTF8, "application/json"),
            Bounded.Token);
        var token = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Bounded.Token))
            .RootElement.GetProperty("token").GetString()!;
        await using var session = new RejoinSession(
            service.Settings(trusted: certificate) with { AccessToken = _ => ValueTask.FromResult(token) },
            (_, _) => ValueTask.CompletedTask);
        var result = (await session.ConnectAsync(Bounded.Token).Within()).EnsureSucceeded();

        Assert.NotNull(result.Timing.Tls);
        Directory.Delete(folder, recursive: true);
    }
}
