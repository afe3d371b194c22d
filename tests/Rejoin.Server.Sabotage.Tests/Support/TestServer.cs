using System.Net.Http.Json;
using System.Text.Json;

namespace Rejoin.Server.Sabotage.Tests;

/// <summary>A server of one test, with or without a planted bug: own folder, free port, development issuer.</summary>
internal sealed class TestServer : IAsyncDisposable
{
    private readonly HttpClient http = new();
    private readonly RunningServer running;
    private readonly string folder;

    private TestServer(RunningServer running, string folder)
    {
        this.running = running;
        this.folder = folder;
    }

    public Uri Url => running.Url;

    public static async Task<TestServer> StartAsync(string bug, bool planted)
    {
        var folder = Directory.CreateTempSubdirectory("rejoin-sabotage-").FullName;
        var options = new ServerOptions
        {
            DataFolder = folder,
            Dev = true,
            Agent = new AgentOptions { PieceDelayMs = 0, ToolDelayMs = 0 },
            Limits = new LimitOptions { CloseMs = 200 },
            Drain = new DrainOptions { RetryAfterMs = 0, SpreadMs = 0 },
        };
        var seams = planted ? SabotageCatalogue.Find(bug)!.Plant() : null;
        return new TestServer(await RejoinServer.StartAsync(options, seams), folder);
    }

    public async Task<string> TokenAsync(string principal)
    {
        using var response = await http.PostAsJsonAsync(
            new Uri(running.HttpUrl, "/token"), new { principal, ttlSeconds = 600 });
        response.EnsureSuccessStatusCode();
        var body = await response.Content.ReadFromJsonAsync<JsonElement>();
        return body.GetProperty("token").GetString()!;
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await running.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
