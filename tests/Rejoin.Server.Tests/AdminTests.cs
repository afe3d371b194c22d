using System.Net;
using Rejoin.Protocol;

namespace Rejoin.Server.Tests;

public sealed class AdminTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("wrong")]
    public async Task A_request_without_the_secret_is_refused(string? secret)
    {
        await using var server = await TestServer.StartAsync();
        using var http = new HttpClient { BaseAddress = server.Running.AdminUrl };
        if (secret is not null)
        {
            http.DefaultRequestHeaders.Add("Rejoin-Admin", secret);
        }

        foreach (var path in new[] { "/counters", "/effects", "/audit?session=s", "/ws", "/healthz" })
        {
            using var response = await http.GetAsync(new Uri(path, UriKind.Relative), TestClient.Bound());
            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        }
    }

    [Fact]
    public async Task The_clock_can_be_moved_forward_and_not_back()
    {
        await using var server = await TestServer.StartAsync();
        var moved = await server.AdminAsync(HttpMethod.Post, "/clock", new { advanceMs = 90_000 });
        Assert.Equal(90_000, moved.GetProperty("offsetMs").GetInt64());
        await Assert.ThrowsAsync<HttpRequestException>(
            () => server.AdminAsync(HttpMethod.Post, "/clock", new { advanceMs = -1 }));
        using var client = await TestClient.AttachAsync(server, await server.TokenAsync());
        await client.SayAsync("m1");
        Assert.True(client.Events[0].At > TimeProvider.System.GetUtcNow().AddSeconds(60));
    }

    [Fact]
    public async Task The_counters_count()
    {
        await using var server = await TestServer.StartAsync();
        using var client = await TestClient.AttachAsync(server, await server.TokenAsync());
        await client.SayAsync("m1");
        await client.EventAsync<AgentMessage>();
        var counters = await server.AdminAsync(HttpMethod.Get, "/counters?collect=1");
        Assert.Equal(1, counters.GetProperty("sessions").GetInt32());
        Assert.Equal(1, counters.GetProperty("attachedSessions").GetInt32());
        Assert.Equal(1, counters.GetProperty("connections").GetInt32());
        Assert.Equal(client.Offset, counters.GetProperty("events").GetInt64());
        Assert.True(counters.GetProperty("commits").GetInt64() > 0);
        Assert.True(counters.GetProperty("heapBytes").GetInt64() > 0);
    }
}
