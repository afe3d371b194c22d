using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;

namespace Rejoin.Server.Tests;

/// <summary>A server in a process of its own, so that it can be killed as kill -9 does and its heap is its
/// own.</summary>
internal sealed class ChildServer : IDisposable
{
    public const string Argument = "--serve-for-a-test";
    private const string AddressFile = "address";

    private readonly Process process;

    private ChildServer(Process process, Uri httpUrl, Uri adminUrl)
    {
        this.process = process;
        HttpUrl = httpUrl;
        AdminUrl = adminUrl;
        Url = new UriBuilder(httpUrl) { Scheme = "ws", Path = "/ws" }.Uri;
    }

    public Uri HttpUrl { get; }

    public Uri AdminUrl { get; }

    public Uri Url { get; }

    public static async Task<ChildServer> StartAsync(string folder)
    {
        var file = Path.Combine(folder, AddressFile);
        File.Delete(file);
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            ArgumentList = { Argument, folder, Environment.ProcessId.ToString(CultureInfo.InvariantCulture) },
        };
        var process = Process.Start(start)!;
        await Until.TrueAsync(() => File.Exists(file) || process.HasExited);
        var addresses = await File.ReadAllLinesAsync(file, TestClient.Bound());
        return new ChildServer(process, new Uri(addresses[0]), new Uri(addresses[1]));
    }

    /// <summary>What the child process does.</summary>
    public static async Task<int> ServeAsync(string folder, int parent)
    {
        await using var server = await RejoinServer.StartAsync(new ServerOptions
        {
            DataFolder = folder,
            Dev = true,
            Admin = new AdminOptions { Secret = TestServer.AdminSecret },
            Agent = new AgentOptions { PieceDelayMs = 1, ToolDelayMs = 1 },
            Limits = new LimitOptions
            {
                AttachesPerSecond = 1_000_000, AttachBurst = 1_000_000, SessionsPerPrincipal = 1_000_000,
            },
        });
        var file = Path.Combine(folder, AddressFile);
        await File.WriteAllLinesAsync(file + ".new", [server.HttpUrl.ToString(), server.AdminUrl!.ToString()]);
        File.Move(file + ".new", file);
        using var owner = Process.GetProcessById(parent);
        await owner.WaitForExitAsync();
        return 0;
    }

    public async Task<string> TokenAsync()
    {
        using var http = new HttpClient();
        using var response = await http.PostAsJsonAsync(
            new Uri(HttpUrl, "/token"), new { principal = "ada", ttlSeconds = 3_600 }, TestClient.Bound());
        var body = await response.Content.ReadFromJsonAsync<JsonElement>(TestClient.Bound());
        return body.GetProperty("token").GetString()!;
    }

    public async Task<JsonElement> AdminAsync(HttpMethod method, string path, object? body = null)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(method, new Uri(AdminUrl, path));
        request.Headers.Add("Rejoin-Admin", TestServer.AdminSecret);
        request.Content = body is null ? null : JsonContent.Create(body);
        using var response = await http.SendAsync(request, TestClient.Bound());
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<JsonElement>(TestClient.Bound());
    }

    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync(TestClient.Bound());
    }

    public void Dispose()
    {
        process.Kill();
        process.Dispose();
    }
}
