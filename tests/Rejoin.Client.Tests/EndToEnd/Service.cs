using System.Net.Http.Json;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Rejoin.Client.Tests.Scripted;
using Rejoin.Server;

namespace Rejoin.Client.Tests.EndToEnd;

/// <summary>A real server of one test: own folder, free port, development issuer.</summary>
internal sealed class Service : IAsyncDisposable
{
    private readonly HttpClient http = new();

    private Service(RunningServer running, ServerOptions options)
    {
        Running = running;
        Options = options;
    }

    public RunningServer Running { get; private set; }

    public ServerOptions Options { get; }

    public static async Task<Service> StartAsync(Func<ServerOptions, ServerOptions>? change = null)
    {
        var options = new ServerOptions
        {
            DataFolder = Directory.CreateTempSubdirectory("rejoin-client-").FullName,
            Dev = true,
            Agent = new AgentOptions { PieceDelayMs = 0, ToolDelayMs = 0 },
            Drain = new DrainOptions { RetryAfterMs = 50, SpreadMs = 100 },
        };
        options = change?.Invoke(options) ?? options;
        return new Service(await RejoinServer.StartAsync(options, cancellationToken: Bounded.Token), options);
    }

    /// <summary>Ends the server and starts it again on the same port and folder.</summary>
    public async Task RestartAsync()
    {
        var port = Running.Url.Port;
        await Running.DisposeAsync();
        Running = await RejoinServer.StartAsync(Options with { Port = port }, cancellationToken: Bounded.Token);
    }

    public async ValueTask<string> TokenAsync(string principal = "ada")
    {
        using var response = await http.PostAsJsonAsync(
            new Uri(Running.HttpUrl, "/token"), new { principal, ttlSeconds = 600 }, Bounded.Token);
        response.EnsureSuccessStatusCode();
        var body = await response.Content.ReadFromJsonAsync<JsonElement>(Bounded.Token);
        return body.GetProperty("token").GetString()!;
    }

    public RejoinSessionOptions Settings(string principal = "ada", X509Certificate2? trusted = null) => new()
    {
        Uri = Running.Url,
        AccessToken = _ => TokenAsync(principal),
        CertificateTrust = trusted is null
            ? null
            : (_, shown, _, _) => shown?.GetCertHashString() == trusted.GetCertHashString(),
    };

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await Running.DisposeAsync();
        Directory.Delete(Options.DataFolder, recursive: true);
    }
}
