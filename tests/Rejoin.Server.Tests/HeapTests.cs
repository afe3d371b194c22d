using System.Globalization;
using Rejoin.Protocol;

namespace Rejoin.Server.Tests;

/// <summary>The heap of a server in a process of its own, after everybody has gone.</summary>
public sealed class HeapTests
{
    private const int Clients = 8;
    // One connection or session that is kept costs ten times as much; the rest is room for pools.
    private const int MostBytesPerAttach = 1_024;

    /// <summary>Attaches that are measured: 600, or what REJOIN_ATTACHES says.</summary>
    private static int Attaches =>
        int.TryParse(Environment.GetEnvironmentVariable("REJOIN_ATTACHES"), CultureInfo.InvariantCulture, out var count)
            ? count
            : 600;

    [Theory]
    [InlineData("left")]
    [InlineData("expired")]
    [InlineData("superseded")]
    [InlineData("refused")]
    public async Task The_heap_returns_to_its_level_when_all_sessions_have_ended(string end)
    {
        var folder = TestServer.NewFolder();
        using (var server = await ChildServer.StartAsync(folder))
        {
            var token = await server.TokenAsync();

            // Pools and code come to their size first.
            await CycleAsync(server, token, end, Attaches / 2);
            var before = await SettledAsync(server);
            await CycleAsync(server, token, end, Attaches);
            var after = await SettledAsync(server);
            var perAttach = (after - before) / (double)Attaches;
            TestContext.Current.TestOutputHelper?.WriteLine($"{end}: {before} to {after}, {perAttach:F1} bytes/attach");
            Assert.True(perAttach < MostBytesPerAttach, $"{perAttach:F1} bytes per attach, from {before} to {after}");
        }

        Directory.Delete(folder, recursive: true);
    }

    private static async Task CycleAsync(ChildServer server, string token, string end, int attaches)
    {
        var left = attaches;
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(async _ =>
        {
            while (Interlocked.Add(ref left, -2) > 0)
            {
                await OneAsync(server, token, end);
            }
        }));
        await Until.TrueAsync(async () => (await CountAsync(server, "connections")) == 0);
        if (end != "left")
        {
            await server.AdminAsync(HttpMethod.Post, "/clock", new { advanceMs = 400_000 });
        }

        await Until.TrueAsync(async () => (await CountAsync(server, "sessions")) == 0);
    }

    // Two attaches: a session that is opened, lost and resumed, and then ends.
    private static async Task OneAsync(ChildServer server, string token, string end)
    {
        using var first = await TestClient.AttachAsync(server.Url, token);
        await first.SayAsync("m1", "hello out there");
        if (end == "refused")
        {
            await Assert.ThrowsAsync<System.Net.WebSockets.WebSocketException>(
                () => TestClient.AttachAsync(server.Url, "no token", first));
            first.Drop();
            return;
        }

        if (end != "superseded")
        {
            first.Drop();
        }

        using var second = await TestClient.AttachAsync(server.Url, token, first);
        await second.ReplayedAsync();
        if (end == "left")
        {
            await second.SendAsync(new Leave { Id = "l1" });
            await second.ClosedAsync();
        }
        else
        {
            second.Drop();
        }
    }

    private static async Task<long> SettledAsync(ChildServer server)
    {
        var lowest = long.MaxValue;
        for (var i = 0; i < 5; i++)
        {
            var counters = await server.AdminAsync(HttpMethod.Get, "/counters?collect=1");
            lowest = Math.Min(lowest, counters.GetProperty("heapBytes").GetInt64());
        }

        return lowest;
    }

    private static async Task<int> CountAsync(ChildServer server, string what) =>
        (await server.AdminAsync(HttpMethod.Get, "/counters")).GetProperty(what).GetInt32();
}
