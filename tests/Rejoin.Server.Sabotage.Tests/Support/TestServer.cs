using System.Net.Http.Json;
using System.Text.Json;

namespace Rejoin.Server.Sabotage.Tests;

/// <summary>A server of one test, with or without a planted bug: own folder, free port, development issuer.</summary>
internal sealed class TestServer : IAsyncDisposable
{
    private const string AdminSecret = "0123456789abcdef-admin";
    private readonly HttpClient http = new();
    private readonly RunningServer running;
    private readonly string folder;

    private TestServer(RunningServer running, string folder)
    {
        this.running = running;
        this.folder = folder;
    }

    public Uri Url => running.Url;

    public static async Task<TestServer> StartAsync(string bug, bool planted, TimeProvider? time = null)
    {
        var folder = Directory.CreateTempSubdirectory("rejoin-sabotage-").FullName;
        var options = new ServerOptions
        {
            DataFolder = folder,
            Dev = true,
            Admin = new AdminOptions { Secret = AdminSecret },
            Agent = new AgentOptions { PieceDelayMs = 0, ToolDelayMs = 0 },
            Limits = new LimitOptions { CloseMs = 200, AttachBurst = 10_000 },
            Drain = new DrainOptions { RetryAfterMs = 0, SpreadMs = 0 },
        };
        var seams = planted ? SabotageCatalogue.Find(bug)!.Plant(time) : null;
        return new TestServer(await RejoinServer.StartAsync(options, seams), folder);
    }

    public async Task<string> TokenAsync(string principal)
    {
        using var response = await http.PostAsJsonAsync(
            new Uri(running.HttpUrl, "/token"), new { principal, ttlSeconds = 3_600 });
        response.EnsureSuccessStatusCode();
        var body = await response.Content.ReadFromJsonAsync<JsonElement>();
        return body.GetProperty("token").GetString()!;
    }

    /// <summary>Moves the server's clock, when no client of it is attached.</summary>
    public async Task PassAsync(TimeSpan absence)
    {
        await Until.TrueAsync(() => running.Count().AttachedSessions == 0);
        await AdminAsync(HttpMethod.Post, "/clock", new { advanceMs = (long)absence.TotalMilliseconds });
    }

    /// <summary>What the audit says of a session's attaches: whether each came from another place.</summary>
    public async Task<bool[]> MovesAsync(string session)
    {
        var audit = await AdminAsync(HttpMethod.Get, $"/audit?session={session}");
        return [.. audit.EnumerateArray().Select(entry => entry.GetProperty("moved").GetBoolean())];
    }

    public async Task<(int Connections, long HeapBytes)> CountAsync()
    {
        var counters = await AdminAsync(HttpMethod.Get, "/counters?collect=1");
        return (counters.GetProperty("connections").GetInt32(), counters.GetProperty("heapBytes").GetInt64());
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await running.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private async Task<JsonElement> AdminAsync(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(running.AdminUrl!, path));
        request.Headers.Add("Rejoin-Admin", AdminSecret);
        request.Content = body is null ? null : JsonContent.Create(body);
        using var response = await http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }
}
