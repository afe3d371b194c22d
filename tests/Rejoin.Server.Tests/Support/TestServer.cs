using System.Net.Http.Json;
using System.Text.Json;

namespace Rejoin.Server.Tests;

/// <summary>A server of one test: own folder, free ports, development issuer, admin channel.</summary>
internal sealed class TestServer : IAsyncDisposable
{
    public const string AdminSecret = "0123456789abcdef-admin";
    private readonly HttpClient http = new();
    private readonly bool ownsFolder;

    private TestServer(RunningServer running, string folder, bool ownsFolder)
    {
        Running = running;
        Folder = folder;
        this.ownsFolder = ownsFolder;
    }

    public RunningServer Running { get; }

    public string Folder { get; }

    public static async Task<TestServer> StartAsync(
        Func<ServerOptions, ServerOptions>? change = null, ServerSeams? seams = null, string? folder = null)
    {
        var path = folder ?? NewFolder();
        var options = new ServerOptions
        {
            DataFolder = path,
            Dev = true,
            Admin = new AdminOptions { Secret = AdminSecret },
            Agent = new AgentOptions { PieceDelayMs = 0, ToolDelayMs = 0 },
            Drain = new DrainOptions { RetryAfterMs = 100, SpreadMs = 400 },
            Limits = new LimitOptions { CloseMs = 500 },
        };
        options = change?.Invoke(options) ?? options;
        return new TestServer(await RejoinServer.StartAsync(options, seams), path, folder is null);
    }

    public static string NewFolder() => Directory.CreateTempSubdirectory("rejoin-server-").FullName;

    public async Task<string> TokenAsync(string principal = "ada", long ttlSeconds = 600)
    {
        using var response = await http.PostAsJsonAsync(
            new Uri(Running.HttpUrl, "/token"), new { principal, ttlSeconds });
        response.EnsureSuccessStatusCode();
        var body = await response.Content.ReadFromJsonAsync<JsonElement>();
        return body.GetProperty("token").GetString()!;
    }

    public async Task<JsonElement> AdminAsync(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(Running.AdminUrl!, path));
        request.Headers.Add("Rejoin-Admin", AdminSecret);
        request.Content = body is null ? null : JsonContent.Create(body);
        using var response = await http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await Running.DisposeAsync();
        if (ownsFolder)
        {
            Directory.Delete(Folder, recursive: true);
        }
    }
}
