using Rejoin.Protocol;

namespace Rejoin.Server.Tests;

public sealed class WindowTests
{
    [Theory]
    [InlineData(20, true, ResumeMode.Replay, false)]
    [InlineData(120, true, ResumeMode.Snapshot, true)]
    [InlineData(120, false, ResumeMode.Replay, false)]
    public async Task An_absence_inside_the_windows_is_resumed(
        int seconds, bool snapshots, ResumeMode mode, bool degraded)
    {
        await using var server = await TestServer.StartAsync();
        var token = await server.TokenAsync();
        using var first = await TestClient.AttachAsync(server, token);
        await first.SayAsync("m1", "kept");
        var position = first.Position;
        await first.EventAsync<AgentMessage>();
        await AbsentAsync(server, first, TimeSpan.FromSeconds(seconds));

        using var second = await TestClient.AttachAsync(
            server, token, snapshots: snapshots, session: first.Verdict.Session, position: position);
        var resumed = Assert.IsType<Resumed>(second.Verdict);
        Assert.Equal((mode, degraded), (resumed.Mode, resumed.Degraded));
        Assert.Equal(first.Offset, (await second.ReplayedAsync()).Offset);
        Assert.Equal(mode == ResumeMode.Snapshot, second.Snapshot is not null);
        Assert.Equal(2, (await second.ReadAsync("r", ReadTarget.History)).History!.Count);
        await second.SayAsync("m2");
    }

    [Fact]
    public async Task An_absence_beyond_the_windows_expires_the_session_and_its_content()
    {
        await using var server = await TestServer.StartAsync();
        var token = await server.TokenAsync(ttlSeconds: 3_600);
        using var first = await TestClient.AttachAsync(server, token);
        await first.SayAsync("m1", "old");
        await first.EventAsync<AgentMessage>();
        await AbsentAsync(server, first, TimeSpan.FromMinutes(6));
        await Until.TrueAsync(() => server.Running.Count().Sessions == 0);

        using var second = await TestClient.AttachAsync(server, token, first);
        var reset = Assert.IsType<Reset>(second.Verdict);
        Assert.Equal(ResetReason.Expired, reset.Reason);
        Assert.Equal((0L, 1L), (reset.Head, reset.Generation));
        Assert.NotEqual(first.Verdict.Epoch, reset.Epoch);
        await second.ReplayedAsync();
        Assert.Empty((await second.ReadAsync("r", ReadTarget.History)).History!);
    }

    [Fact]
    public async Task An_expired_session_is_expired_even_if_no_sweep_has_come()
    {
        await using var server = await TestServer.StartAsync(options => options with
        {
            Windows = options.Windows with { SweepMs = 3_600_000 },
        });
        var token = await server.TokenAsync(ttlSeconds: 3_600);
        using var first = await TestClient.AttachAsync(server, token);
        await AbsentAsync(server, first, TimeSpan.FromMinutes(6));
        using var second = await TestClient.AttachAsync(server, token, first);
        Assert.Equal(ResetReason.Expired, Assert.IsType<Reset>(second.Verdict).Reason);
    }

    [Fact]
    public async Task A_tombstone_is_forgotten_after_its_time()
    {
        await using var server = await TestServer.StartAsync();
        using var first = await TestClient.AttachAsync(server, await server.TokenAsync());
        await AbsentAsync(server, first, TimeSpan.FromMinutes(6));
        await Until.TrueAsync(() => server.Running.Count().Sessions == 0);
        await MoveAsync(server, TimeSpan.FromHours(25));
        await Until.TrueAsync(async () =>
        {
            using var second = await TestClient.AttachAsync(server, await server.TokenAsync(), first);
            return Assert.IsType<Reset>(second.Verdict).Reason == ResetReason.Unknown;
        });
    }

    [Fact]
    public async Task An_attached_session_does_not_expire()
    {
        await using var server = await TestServer.StartAsync();
        using var first = await TestClient.AttachAsync(server, await server.TokenAsync(ttlSeconds: 86_400));
        await first.ReplayedAsync();
        await MoveAsync(server, TimeSpan.FromMinutes(60));
        await first.SayAsync("m1");
    }

    [Fact]
    public async Task The_absence_is_counted_over_a_restart()
    {
        var folder = TestServer.NewFolder();
        TestClient first;
        string token;
        await using (var server = await TestServer.StartAsync(folder: folder))
        {
            token = await server.TokenAsync(ttlSeconds: 3_600);
            first = await TestClient.AttachAsync(server, token);
            await first.SayAsync("m1");
            await server.Running.AbortAsync();
        }

        var time = new ShiftedTimeProvider();
        time.Advance(TimeSpan.FromMinutes(6));
        await using (var server = await TestServer.StartAsync(folder: folder, seams: new ServerSeams { Time = time }))
        {
            using var second = await TestClient.AttachAsync(server, token, first);
            Assert.Equal(ResetReason.Expired, Assert.IsType<Reset>(second.Verdict).Reason);
        }

        first.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static async Task AbsentAsync(TestServer server, TestClient client, TimeSpan time)
    {
        client.Drop();
        await Until.TrueAsync(() => server.Running.Count().Connections == 0);
        await MoveAsync(server, time);
    }

    private static Task MoveAsync(TestServer server, TimeSpan time) =>
        server.AdminAsync(HttpMethod.Post, "/clock", new { advanceMs = (long)time.TotalMilliseconds });
}
