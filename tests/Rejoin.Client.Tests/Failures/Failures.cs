using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Rejoin.Client.Tests.Scripted;

namespace Rejoin.Client.Tests.Failures;

public sealed class Failures
{
    [Theory]
    [InlineData(400, ClientFailure.UpgradeRefused, false)]
    [InlineData(401, ClientFailure.Unauthorized, false)]
    [InlineData(403, ClientFailure.OriginRefused, false)]
    [InlineData(404, ClientFailure.UpgradeRefused, false)]
    [InlineData(307, ClientFailure.UpgradeRefused, false)]
    [InlineData(429, ClientFailure.RateLimited, true)]
    [InlineData(502, ClientFailure.UpgradeRefused, true)]
    [InlineData(503, ClientFailure.NoRoom, true)]
    public async Task Refused_upgrade_is_told_by_its_status(int status, ClientFailure failure, bool retryable)
    {
        await using var peer = new Peer();
        var attempt = peer.Session.ConnectAsync(Bounded.Token);
        await (await peer.Server.AcceptAsync()).RefuseAsync(status, "Retry-After: 7\r\n");
        var error = (await attempt.Within()).Error!;

        Assert.Equal((failure, status, retryable), (error.Failure, error.HttpStatus, error.IsRetryable));
        Assert.Equal(TimeSpan.FromSeconds(7), error.RetryAfter);
        Assert.Equal(ClientStage.Upgrade, error.Stage);
        AssertNoToken(error);
    }

    [Theory]
    [InlineData(1000, ClientFailure.EndedByPeer, false)]
    [InlineData(1001, ClientFailure.EndedByPeer, true)]
    [InlineData(1002, ClientFailure.EndedByPeer, false)]
    [InlineData(1009, ClientFailure.MessageTooBig, false)]
    [InlineData(1011, ClientFailure.EndedByPeer, true)]
    [InlineData(1012, ClientFailure.Restarting, true)]
    [InlineData(1013, ClientFailure.NoRoom, true)]
    [InlineData(4001, ClientFailure.SlowConsumer, true)]
    [InlineData(4002, ClientFailure.TokenExpired, true)]
    [InlineData(4003, ClientFailure.HelloTimeout, true)]
    [InlineData(4004, ClientFailure.RateLimited, true)]
    [InlineData(4499, ClientFailure.EndedByPeer, true)]
    [InlineData(4500, ClientFailure.Superseded, false)]
    [InlineData(4501, ClientFailure.Unauthorized, false)]
    [InlineData(4502, ClientFailure.SessionLimit, false)]
    [InlineData(4999, ClientFailure.EndedByPeer, false)]
    public async Task Close_code_is_told_by_cause(int code, ClientFailure failure, bool retryable)
    {
        await using var peer = new Peer();
        var connection = await peer.OpenAsync();
        await connection.CloseAsync(code, "retry-after-ms=1500");
        var closed = await peer.Session.Closed.Within();

        Assert.Equal((failure, code, retryable), (closed.Error.Failure, closed.Code, closed.Error.IsRetryable));
        Assert.Equal(TimeSpan.FromMilliseconds(1500), closed.Error.RetryAfter);
        Assert.Equal("retry-after-ms=1500", closed.Reason);
        Assert.Equal(ClientStage.Live, closed.Error.Stage);
        Assert.Null(await connection.HearAsync());
    }

    [Theory]
    [InlineData(false, ClientFailure.ConnectionEnded)]
    [InlineData(true, ClientFailure.ConnectionReset)]
    public async Task End_without_a_close_frame_is_told_by_kind(bool reset, ClientFailure failure)
    {
        await using var peer = new Peer();
        var connection = await peer.OpenAsync();
        if (reset)
        {
            connection.Reset();
        }
        else
        {
            connection.Finish();
        }

        var closed = await peer.Session.Closed.Within();
        Assert.Equal((failure, true, null), (closed.Error.Failure, closed.Error.IsRetryable, closed.Code));
        Assert.Equal(SessionState.Lost, peer.Session.State);
    }

    [Fact]
    public async Task Address_on_which_nothing_listens_is_refused()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        await using var peer = new Peer(o => o with { Uri = new Uri($"ws://127.0.0.1:{port}/ws") });
        var error = (await peer.Session.ConnectAsync(Bounded.Token).Within()).Error!;

        Assert.Equal((ClientFailure.ConnectionRefused, ClientStage.Tcp), (error.Failure, error.Stage));
    }

    [Fact]
    public async Task Name_that_does_not_resolve_is_told()
    {
        await using var peer = new Peer(o => o with { Uri = new Uri("wss://no-such-host.invalid/ws") });
        var error = (await peer.Session.ConnectAsync(Bounded.Token).Within()).Error!;

        Assert.Equal((ClientFailure.NameResolution, true), (error.Failure, error.IsRetryable));
    }

    [Theory]
    [InlineData("upgrade", ClientFailure.UpgradeTimeout)]
    [InlineData("verdict", ClientFailure.VerdictTimeout)]
    [InlineData("replay", ClientFailure.ReplayTimeout)]
    public async Task Step_that_does_not_end_is_told_by_step(string step, ClientFailure failure)
    {
        var soon = TimeSpan.FromMilliseconds(80);
        await using var peer = new Peer(o => step switch
        {
            "upgrade" => o with { UpgradeTimeout = soon },
            "verdict" => o with { VerdictTimeout = soon },
            _ => o with { ReplayTimeout = soon },
        });
        var attempt = peer.Session.ConnectAsync(Bounded.Token);
        var connection = await peer.Server.AcceptAsync();
        if (step != "upgrade")
        {
            await connection.UpgradeAsync();
            await connection.SayAsync(step == "verdict" ? [] : [Said.Opened()]);
        }

        var result = await attempt.Within();
        Assert.Equal((failure, true), (result.Error!.Failure, result.Error.IsRetryable));
        Assert.Equal(step == "replay", result.Verdict is not null);
    }

    [Theory]
    [InlineData("chat.v1", ClientFailure.SubprotocolMismatch)]
    [InlineData("", ClientFailure.SubprotocolMismatch)]
    public async Task Other_subprotocol_is_told(string subprotocol, ClientFailure failure)
    {
        await using var peer = new Peer();
        var attempt = peer.Session.ConnectAsync(Bounded.Token);
        await (await peer.Server.AcceptAsync()).UpgradeAsync(subprotocol);

        Assert.Equal(failure, (await attempt.Within()).Error!.Failure);
    }

    [Theory]
    [InlineData("SSH-2.0-OpenSSH_9.6\r\n")]
    [InlineData("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n")]
    [InlineData("HTTP/2 xxx\r\n\r\n")]
    public async Task Peer_that_is_no_websocket_server_is_told(string answer)
    {
        await using var peer = new Peer();
        var attempt = peer.Session.ConnectAsync(Bounded.Token);
        await (await peer.Server.AcceptAsync()).RawAsync(answer);

        var error = (await attempt.Within()).Error!;
        Assert.Equal((ClientFailure.ProtocolViolation, ClientStage.Upgrade), (error.Failure, error.Stage));
    }

    [Fact]
    public async Task Binary_and_broken_frames_break_the_protocol()
    {
        await using var binary = new Peer();
        await (await binary.OpenAsync()).BinaryAsync();
        Assert.Equal(ClientFailure.ProtocolViolation, (await binary.Session.Closed.Within()).Error.Failure);

        await using var broken = new Peer();
        await (await broken.OpenAsync()).RawAsync([0xF1, 0x00]);
        Assert.Equal(ClientFailure.ProtocolViolation, (await broken.Session.Closed.Within()).Error.Failure);
    }

    [Fact]
    public async Task Message_over_the_limit_of_the_client_is_told()
    {
        await using var peer = new Peer(o => o with { MaxMessageBytes = 2_000 });
        var connection = await peer.OpenAsync();
        await connection.SayAsync(peer.Log.Add("m1", new string('x', 2_000)));

        Assert.Equal(ClientFailure.MessageTooBig, (await peer.Session.Closed.Within()).Error.Failure);
        Assert.Empty(peer.Offsets);
    }

    [Fact]
    public async Task Source_of_tokens_that_fails_is_told_without_its_text()
    {
        await using var peer = new Peer(o => o with
        {
            AccessToken = _ => throw new InvalidOperationException(Peer.Token),
        });
        var error = (await peer.Session.ConnectAsync(Bounded.Token).Within()).Error!;

        Assert.Equal((ClientFailure.TokenUnavailable, ClientStage.Local), (error.Failure, error.Stage));
        AssertNoToken(error);
    }

    [Fact]
    public async Task Token_that_would_break_the_header_is_not_sent()
    {
        await using var peer = new Peer(o => o with
        {
            AccessToken = _ => ValueTask.FromResult("a\r\nX-Evil: 1"),
        });
        Assert.Equal(
            ClientFailure.TokenUnavailable,
            (await peer.Session.ConnectAsync(Bounded.Token).Within()).Error!.Failure);
    }

    [Fact]
    public async Task Certificate_is_trusted_only_when_the_application_says_so()
    {
        using var certificate = SelfSigned();
        await using var server = new ScriptedServer(certificate);
        await using var strict = new Peer(server: server);
        var refused = strict.Session.ConnectAsync(Bounded.Token);
        var rejected = server.AcceptAsync();
        var error = (await refused.Within()).Error!;
        await Task.WhenAny(rejected).Within();
        Assert.Equal((ClientFailure.TlsCertificate, false), (error.Failure, error.IsRetryable));

        var hash = certificate.GetCertHashString();
        await using var trusting = new Peer(
            o => o with { CertificateTrust = (_, c, _, _) => c!.GetCertHashString() == hash }, server: server);
        await trusting.OpenAsync();
        Assert.Equal(SessionState.Live, trusting.Session.State);
    }

    [Fact]
    public async Task Cancellation_of_an_attempt_is_the_callers_own()
    {
        await using var peer = new Peer();
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Bounded.Token);
        var attempt = peer.Session.ConnectAsync(cancel.Token);
        await peer.Server.AcceptAsync();
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => attempt.Within());
        Assert.Equal(SessionState.Lost, peer.Session.State);
    }

    [Fact]
    public async Task Drop_during_an_attempt_ends_it_with_a_result()
    {
        await using var peer = new Peer();
        var attempt = peer.Session.ConnectAsync(Bounded.Token);
        await peer.Server.UpgradeAsync();
        peer.Session.Drop();

        Assert.Equal(ClientFailure.DroppedByCaller, (await attempt.Within()).Error!.Failure);
    }

    [Fact]
    public void Options_are_judged_all_at_once()
    {
        var options = new RejoinSessionOptions
        {
            Uri = new Uri("ws://example.org/ws#x"),
            AccessToken = _ => ValueTask.FromResult(Peer.Token),
            CloseTimeout = TimeSpan.Zero,
            MaxMessageBytes = 1,
            RequestHeaders = new Dictionary<string, string> { ["Authorization"] = "x", ["X-A"] = "a\r\nb" },
        };
        var error = Assert.Throws<ArgumentException>(() => new RejoinSession(options, (_, _) => default));

        Assert.All(
            ["unprotected", "fragment", "CloseTimeout", "MaxMessageBytes", "'Authorization'", "'X-A'"],
            part => Assert.Contains(part, error.Message, StringComparison.Ordinal));
    }

    internal static X509Certificate2 SelfSigned()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        var now = TimeProvider.System.GetUtcNow();
        using var made = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }

    private static void AssertNoToken(ClientError error) =>
        Assert.DoesNotContain("eyJ", error + new RejoinClientException(error).ToString(), StringComparison.Ordinal);
}
