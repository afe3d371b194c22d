using System.Net;
using System.Net.Sockets;

namespace Rejoin.Cli.Tests.BadInput;

/// <summary>Targets that cannot be run against: one message that says at which step, exit 64, nothing
/// written.</summary>
public sealed class TargetTests : IDisposable
{
    private const string Token = "t0ken-that-nobody-may-see";
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Nothing_listens()
    {
        var port = FreePort();
        await RefusedAsync(
            $"ws://127.0.0.1:{port}/ws", $"Nothing listens at 127.0.0.1:{port}.", "Start the service");
    }

    [Fact]
    public Task The_host_is_not_known() =>
        RefusedAsync("ws://no-such-host.invalid/ws", "The host 'no-such-host.invalid' of the target is not "
            + "known.", "name");

    [Theory]
    [InlineData("404 Not Found")]
    [InlineData("200 OK")]
    [InlineData("400 Bad Request")]
    [InlineData("302 Found")]
    public async Task The_target_is_no_web_socket(string status)
    {
        await using var server = FakeServer.Status(status);
        await RefusedAsync(server.Address, "is not a WebSocket endpoint of rejoin.v1", "path");
    }

    [Fact]
    public async Task The_target_speaks_no_http()
    {
        await using var server = FakeServer.NotHttp();
        await RefusedAsync(server.Address, $"127.0.0.1:{server.Port}", "");
    }

    [Theory]
    [InlineData("chat.v2")]
    [InlineData(null)]
    public async Task The_target_speaks_another_subprotocol(string? subprotocol)
    {
        await using var server = FakeServer.WebSocket(subprotocol);
        await RefusedAsync(server.Address, "speaks WebSocket, but not the subprotocol rejoin.v1", "protocol.md");
    }

    [Fact]
    public async Task The_target_has_no_tls()
    {
        await using var server = FakeServer.NotHttp();
        await RefusedAsync(
            $"wss://127.0.0.1:{server.Port}/ws", $"No TLS connection to 127.0.0.1:{server.Port}", "ws://");
    }

    [Theory]
    [InlineData("localhost", "is signed by nobody whom this machine trusts", "SSL_CERT_FILE=issuer.pem")]
    [InlineData("127.0.0.1", "is not for the name '127.0.0.1', and nobody", "Give the name that the certificate has")]
    public async Task The_certificate_is_not_trusted(string host, string message, string hint)
    {
        SelfSigned.Write(folder["c.pem"], "localhost");
        await using var service = await DevService.StartAsync(certificate: folder["c.pem"]);
        await RefusedAsync($"wss://{host}:{service.Http.Port}/ws", message, hint);
    }

    [Fact]
    public async Task The_token_is_refused()
    {
        await using var service = await DevService.StartAsync();
        await RefusedAsync(service.Url, "does not accept access token 1", "new token");
    }

    [Fact]
    public async Task The_second_token_is_refused()
    {
        await using var service = await DevService.StartAsync();
        var good = await service.TokenAsync("ada");
        await RefusedAsync(service.Url, "does not accept access token 2", "new token", $"{good} {Token}");
    }

    [Fact]
    public async Task Two_tokens_are_of_one_principal()
    {
        await using var service = await DevService.StartAsync();
        var first = await service.TokenAsync("ada");
        var second = await service.TokenAsync("ada", ttlSeconds: 1_000);
        await RefusedAsync(service.Url, "Tokens 1 and 2 are of the same principal.", "per principal",
            $"{first}\n{second}");
    }

    [Fact]
    public Task Something_is_no_token() =>
        RefusedAsync("ws://127.0.0.1:9/ws", "Token 1 of REJOIN_TOKEN is no access token", "bare token", "\"quoted\"");

    [Theory]
    [InlineData("exit 3", "--token-command ended with exit code 3 (REJOIN_PRINCIPAL=1).")]
    [InlineData("true", "--token-command printed nothing (REJOIN_PRINCIPAL=1).")]
    [InlineData("test $REJOIN_PRINCIPAL = 1 && echo abc", "--token-command ended with exit code 1 "
        + "(REJOIN_PRINCIPAL=2).")]
    public async Task The_token_command_fails(string command, string message)
    {
        var result = await Tool.RunAsync(
            ["run", "--target", "ws://127.0.0.1:9/ws", "--token-command", command], folder.Path);
        Refusal.Is(result, message, "access token");
        Assert.Empty(folder.Content());
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task RefusedAsync(string target, string message, string hint, string tokens = Token)
    {
        var result = await Tool.RunAsync(
            ["run", "--target", target], folder.Path, new Dictionary<string, string> { ["REJOIN_TOKEN"] = tokens });
        Refusal.Is(result, message, hint);
        Assert.DoesNotContain(folder.Content().Keys, name => name.StartsWith("runs", StringComparison.Ordinal));
        Assert.DoesNotContain(tokens.Split()[^1], result.ToString(), StringComparison.Ordinal);
    }
}
