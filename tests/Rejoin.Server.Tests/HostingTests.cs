using System.Net;
using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using Rejoin.Protocol;

namespace Rejoin.Server.Tests;

public sealed class HostingTests
{
    [Fact]
    public async Task A_drain_gives_notice_closes_1012_with_a_hint_and_keeps_what_is_durable()
    {
        var folder = TestServer.NewFolder();
        TestClient client;
        string token;
        await using (var server = await TestServer.StartAsync(
            options => options with { Drain = options.Drain with { NoticeMs = 60_000 } }, folder: folder))
        {
            token = await server.TokenAsync();
            client = await TestClient.AttachAsync(server, token);
            await client.SayAsync("m1");
            await client.EventAsync<AgentMessage>();
            var drained = server.Running.DrainAsync(TestClient.Bound());
            var notice = await client.UntilAsync<Notice>();
            Assert.Equal((NoticeCode.Draining, 60_000L), (notice.Code, notice.InMs));
            var refused = await TestClient.RefusedAsync(
                server, options => options.AddSubProtocol(RejoinProtocol.Subprotocol));
            Assert.Equal(503, refused.Status);
            Assert.NotNull(refused.RetryAfter);
            Assert.False(server.Running.Stopped.IsCompleted);

            // The drain waits on the server's clock; it may not have come so far when the notice is here.
            await Until.TrueAsync(() =>
            {
                server.Running.Time.Advance(TimeSpan.FromSeconds(10));
                return drained.IsCompleted || client.State != WebSocketState.Open || Advanced(server);
            });
            Assert.Equal(CloseCode.ServiceRestart, await client.ClosedAsync());
            Assert.InRange(RetryHint.Parse(client.CloseReason)!.Value.TotalMilliseconds, 100, 500);
            await drained;
            await server.Running.Stopped;
        }

        await using (var server = await TestServer.StartAsync(folder: folder))
        {
            using var again = await TestClient.AttachAsync(server, token, client);
            Assert.IsType<Resumed>(again.Verdict);
            Assert.Equal(2, (await again.ReadAsync("r", ReadTarget.History)).History!.Count);
        }

        client.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_client_that_answers_no_ping_is_dropped()
    {
        await using var server = await TestServer.StartAsync(options => options with { HeartbeatMs = 60 });
        using var client = await TestClient.AttachAsync(server, await server.TokenAsync());
        await client.ReplayedAsync();
        await Until.TrueAsync(() => server.Running.Count() is { Connections: 0, AttachedSessions: 0 });
    }

    [Fact]
    public async Task A_port_in_use_is_one_clear_error()
    {
        await using var server = await TestServer.StartAsync();
        var folder = TestServer.NewFolder();
        var options = new ServerOptions { DataFolder = folder, Dev = true, Port = server.Running.HttpUrl.Port };
        var error = await Assert.ThrowsAsync<RejoinServerException>(
            () => RejoinServer.StartAsync(options, cancellationToken: TestClient.Bound()));
        Assert.Equal("port_in_use", error.Code);
        Assert.Equal($"Port {options.Port} on 127.0.0.1 is in use.", error.Message);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_data_folder_in_use_is_one_clear_error()
    {
        await using var server = await TestServer.StartAsync();
        var options = new ServerOptions { DataFolder = server.Folder, Dev = true };
        var error = await Assert.ThrowsAsync<RejoinServerException>(
            () => RejoinServer.StartAsync(options, cancellationToken: TestClient.Bound()));
        Assert.Equal("data_folder_in_use", error.Code);
    }

    [Fact]
    public async Task All_option_errors_come_at_once()
    {
        var options = new ServerOptions
        {
            Listen = "somewhere",
            Port = 70_000,
            Admin = new AdminOptions { Secret = "short" },
            Windows = new WindowOptions { BriefMs = 10, ResumableMs = 5 },
        };
        var error = await Assert.ThrowsAsync<RejoinServerException>(
            () => RejoinServer.StartAsync(options, cancellationToken: TestClient.Bound()));
        Assert.All(
            new[] { "listen:", "port:", "dataFolder:", "key:", "admin.secret:", "windows.briefMs:" },
            part => Assert.Contains(part, error.Message, StringComparison.Ordinal));
        Assert.DoesNotContain("short", options.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Options_are_read_from_json_and_a_wrong_name_is_an_error()
    {
        var options = ServerOptions.FromJson(
            """{"dataFolder":"d","dev":true,"limits":{"helloMs":77},"admin":{"secret":"0123456789abcdef"}}"""u8);
        Assert.Equal((77, 8_192), (options.Limits.HelloMs, options.Limits.HelloBytes));
        Assert.Empty(options.Validate());
        Assert.Throws<RejoinServerException>(() => ServerOptions.FromJson("""{"limits":{"heloMs":77}}"""u8));
        var json = JsonSerializer.Serialize(new ServerOptions(), OptionsJson.Default.ServerOptions);
        Assert.Equal(new ServerOptions().Limits, ServerOptions.FromJson(Encoding.UTF8.GetBytes(json)).Limits);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_certificate_makes_the_address_wss(bool asPfx)
    {
        var folder = TestServer.NewFolder();
        var path = Path.Combine(folder, asPfx ? "server.pfx" : "server.pem");
        using (var key = ECDsa.Create(ECCurve.NamedCurves.nistP256))
        {
            var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
            using var certificate = request.CreateSelfSigned(
                TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));
            await (asPfx
                ? File.WriteAllBytesAsync(path, certificate.Export(X509ContentType.Pkcs12), TestClient.Bound())
                : File.WriteAllTextAsync(
                    path,
                    certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem(),
                    TestClient.Bound()));
        }

        await using (var server = await TestServer.StartAsync(
            options => options with { Certificate = new CertificateOptions { Path = path } }, folder: folder))
        {
            Assert.Equal("wss", server.Running.Url.Scheme);
            using var client = await TestClient.ConnectAsync(server, options =>
            {
#pragma warning disable CA5359 // The certificate was made above and nobody vouches for it.
                options.RemoteCertificateValidationCallback = static (_, _, _, _) => true;
#pragma warning restore CA5359
            });
            await client.SendAsync(new Hello { Token = "x" });
            Assert.Equal(CloseCode.Unauthorized, await client.ClosedAsync());
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Health_is_told_and_other_paths_are_not_found()
    {
        await using var server = await TestServer.StartAsync();
        using var http = new HttpClient { BaseAddress = server.Running.HttpUrl };
        Assert.Equal("ok\n", await http.GetStringAsync(new Uri("/healthz", UriKind.Relative), TestClient.Bound()));
        foreach (var path in new[] { "/", "/counters", "/clock", "/effects" })
        {
            using var response = await http.GetAsync(new Uri(path, UriKind.Relative), TestClient.Bound());
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        }
    }

    [Fact]
    public async Task Without_dev_there_is_no_token_endpoint()
    {
        var folder = TestServer.NewFolder();
        var secret = Path.Combine(folder, "secret");
        await File.WriteAllTextAsync(secret, Convert.ToBase64String(new byte[32]), TestClient.Bound());
        await using (var server = await TestServer.StartAsync(
            options => options with { Dev = false, Key = new KeyOptions { Hs256File = secret } }, folder: folder))
        {
            await Assert.ThrowsAsync<HttpRequestException>(() => server.TokenAsync());
        }

        Directory.Delete(folder, recursive: true);
    }

    private static bool Advanced(TestServer server) => server.Running.Time.Offset > TimeSpan.FromMinutes(20);
}
