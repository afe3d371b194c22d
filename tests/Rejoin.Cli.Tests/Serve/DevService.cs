using System.Net.Http.Json;
using System.Text.Json;

namespace Rejoin.Cli.Tests;

/// <summary>A running <c>rejoin serve --dev</c>.</summary>
internal sealed class DevService : IAsyncDisposable
{
    private readonly HttpClient http = new();
    private readonly TemporaryFolder? folder;

    private DevService(RunningTool tool, JsonElement ready, TemporaryFolder? folder)
    {
        Tool = tool;
        Url = ready.GetProperty("url").GetString()!;
        Http = new Uri(ready.GetProperty("http").GetString()!);
        this.folder = folder;
    }

    public RunningTool Tool { get; }

    public string Url { get; }

    public Uri Http { get; }

    /// <summary>A service that listens.</summary>
    /// <param name="data">Data folder; null = a temporary one.</param>
    /// <param name="port">Port; 0 = a free one.</param>
    /// <param name="certificate">Certificate with its key, for wss; null = ws.</param>
    /// <param name="config">File with further options; null = none.</param>
    public static async Task<DevService> StartAsync(
        string? data = null, int port = 0, string? certificate = null, string? config = null)
    {
        var folder = data is null ? new TemporaryFolder() : null;
        string[] tls = certificate is null ? [] : ["--certificate", certificate];
        string[] options = config is null ? [] : ["--config", config];
        var tool = RunningTool.Start(
            ["serve", "--dev", "--json", "--port", $"{port}", "--data", data ?? folder!["data"], .. tls, .. options]);
        var line = await tool.LineAsync(line => line.StartsWith('{'));
        return new DevService(tool, JsonDocument.Parse(line).RootElement, folder);
    }

    /// <summary>An access token of the development issuer.</summary>
    public async Task<string> TokenAsync(string principal, int ttlSeconds = 3_600)
    {
        using var answer = await http.PostAsJsonAsync(
            new Uri(Http, "/token"), new { principal, ttlSeconds }, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
        var reply = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        return reply.GetProperty("token").GetString()!;
    }

    public async ValueTask DisposeAsync()
    {
        await Tool.DisposeAsync();
        http.Dispose();
        folder?.Dispose();
    }
}
