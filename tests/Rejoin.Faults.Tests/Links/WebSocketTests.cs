using System.Net.Security;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Rejoin.Faults.Links;
using Rejoin.Faults.Plans;
using Rejoin.Faults.Tests.Peers;

namespace Rejoin.Faults.Tests.Links;

/// <summary>The platform's own WebSocket at both ends, with TLS to the service and without.</summary>
public sealed class WebSocketTests
{
    private static CancellationToken Bound => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Conversation_passes_and_closes_cleanly(bool tls)
    {
        await using var set = await Set.OpenAsync(tls);
        foreach (var size in (int[])[0, 1, 125, 126, 70_000, 300_000])
        {
            await EchoAsync(set, size);
        }

        var closing = set.Client.CloseAsync(WebSocketCloseStatus.NormalClosure, "bye", Bound);
        var buffer = new byte[10];
        Assert.Equal(WebSocketMessageType.Close, (await set.Service.ReceiveAsync(buffer, Bound)).MessageType);
        await set.Service.CloseAsync(WebSocketCloseStatus.NormalClosure, "bye", Bound);
        await closing;
        var record = set.Link.Connections[0];
        Assert.Equal((1000, 1000), (record.ToService.CloseCode, record.ToClient.CloseCode));
        Assert.Equal(0, (int)(record.ToService.Violations | record.ToClient.Violations));
        Assert.Equal("chat", record.Subprotocol);
    }

    [Theory]
    [InlineData(false, FaultKind.Fin, "after")]
    [InlineData(true, FaultKind.Fin, "after")]
    [InlineData(false, FaultKind.Rst, "middle")]
    [InlineData(true, FaultKind.Rst, "middle")]
    [InlineData(true, FaultKind.HalfOpenClientLost, "before")]
    public async Task Cut_is_a_loss_of_the_connection_to_the_platforms_client(bool tls, FaultKind kind, string at)
    {
        await using var set = await Set.OpenAsync(tls, Frames.Fault(kind, Direction.ServiceToClient, 2, at));
        await EchoAsync(set, 10);
        await set.Service.SendAsync(new byte[10], WebSocketMessageType.Binary, true, Bound);
        if (at == "after")
        {
            await set.Client.ReceiveAsync(new byte[10], Bound);
        }

        var error = await Assert.ThrowsAsync<WebSocketException>(() => set.Client.ReceiveAsync(new byte[10], Bound));
        Assert.Equal(WebSocketError.ConnectionClosedPrematurely, error.WebSocketErrorCode);
        Assert.Equal((InjectionOutcome.Fired, null), (set.Link.Injections[0].Outcome, set.Link.Injections[0].Reason));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Close_fault_is_a_close_to_both_ends(bool tls)
    {
        await using var set = await Set.OpenAsync(
            tls, Frames.Fault(FaultKind.Close, Direction.ClientToService, 1, "after", code: 1012));
        await set.Client.SendAsync(new byte[10], WebSocketMessageType.Binary, true, Bound);
        await set.Service.ReceiveAsync(new byte[10], Bound);
        var atClient = await set.Client.ReceiveAsync(new byte[10], Bound);
        var atService = await set.Service.ReceiveAsync(new byte[10], Bound);
        Assert.Equal((1012, 1012), ((int)atClient.CloseStatus!, (int)atService.CloseStatus!));
        await set.Client.CloseAsync((WebSocketCloseStatus)1012, null, Bound);
        await set.Service.CloseAsync((WebSocketCloseStatus)1012, null, Bound);
        await Until.TrueAsync(() => set.Link.Injections[0].SettledAt > 0, "settled");
        var record = set.Link.Injections[0];
        Assert.Equal((1012, 1012), (record.Client.CloseReply, record.Service.CloseReply));
    }

    [Fact]
    public async Task Service_whose_certificate_is_not_trusted_is_answered_502()
    {
        using var certificate = NewCertificate();
        using var listener = new RawService();
        await using var link = await Link.StartAsync(
            new LinkOptions { Upstream = new($"wss://localhost:{listener.Port}/") }, Bound);
        using var client = new ClientWebSocket();
        var connecting = client.ConnectAsync(link.ClientUri, Bound);
        using var socket = await listener.AcceptAsync();
        await using var tls = new SslStream(new NetworkStream(socket.Socket));
        var accepting = tls.AuthenticateAsServerAsync(certificate);
        var error = await Assert.ThrowsAsync<WebSocketException>(() => connecting);
        Assert.Contains("502", error.Message, StringComparison.Ordinal);
        Assert.Contains("certificate", link.Exchanges[0].Trouble, StringComparison.Ordinal);
        socket.Dispose();
        await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            await accepting;
            await tls.ReadExactlyAsync(new byte[1], Bound);
        });
    }

    private static async Task EchoAsync(Set set, int size)
    {
        var message = new byte[size];
        message.AsSpan().Fill(7);
        var buffer = new byte[size + 1];
        await set.Client.SendAsync(message, WebSocketMessageType.Binary, true, Bound);
        Assert.Equal(message, await ReceiveAsync(set.Service, buffer));
        await set.Service.SendAsync(message, WebSocketMessageType.Binary, true, Bound);
        Assert.Equal(message, await ReceiveAsync(set.Client, buffer));
    }

    private static async Task<byte[]> ReceiveAsync(WebSocket socket, byte[] buffer)
    {
        var length = 0;
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(length), Bound);
            length += part.Count;
            if (part.EndOfMessage)
            {
                return buffer[..length];
            }
        }
    }

    private static X509Certificate2 NewCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        using var plain = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(plain.Export(X509ContentType.Pkcs12), null);
    }

    private sealed class Set : IAsyncDisposable
    {
        private RawService? _listener;
        private X509Certificate2? _certificate;

        public required Link Link { get; init; }

        public ClientWebSocket Client { get; } = new();

        public WebSocket Service { get; private set; } = null!;

        public static async Task<Set> OpenAsync(bool tls, params Fault[] faults)
        {
            var listener = new RawService();
            var certificate = tls ? NewCertificate() : null;
            var link = await Link.StartAsync(new LinkOptions
            {
                Upstream = tls ? new Uri($"wss://localhost:{listener.Port}/ws") : listener.Uri,
                TrustUpstream = (_, c, _, _) => c?.GetCertHashString() == certificate?.GetCertHashString(),
                Plan = new FaultPlan { Faults = faults },
            });
            var set = new Set { Link = link, _listener = listener, _certificate = certificate };
            set.Client.Options.AddSubProtocol("chat");
            var connecting = set.Client.ConnectAsync(link.ClientUri, Bound);
            var socket = await listener.AcceptAsync();
            set.Service = await UpgradeAsync(socket.Socket, certificate);
            await connecting;
            return set;
        }

        public async ValueTask DisposeAsync()
        {
            await Link.DisposeAsync();
            Client.Dispose();
            Service.Dispose();
            _listener?.Dispose();
            _certificate?.Dispose();
            Assert.Empty(Link.Errors);
        }

        private static async Task<WebSocket> UpgradeAsync(Socket socket, X509Certificate2? certificate)
        {
            Stream stream = new NetworkStream(socket, ownsSocket: true);
            if (certificate is not null)
            {
                var tls = new SslStream(stream);
                var names = new List<string>();
                await tls.AuthenticateAsServerAsync(
                    (_, hello, _, _) =>
                    {
                        names.Add(hello.ServerName);
                        return ValueTask.FromResult(
                            new SslServerAuthenticationOptions { ServerCertificate = certificate });
                    },
                    null, Bound);
                Assert.Equal(["localhost"], names);
                stream = tls;
            }

            var head = new StringBuilder();
            var one = new byte[1];
            while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
            {
                await stream.ReadExactlyAsync(one, Bound);
                head.Append((char)one[0]);
            }

            var key = head.ToString().Split("Sec-WebSocket-Key: ")[1].Split("\r\n")[0];
#pragma warning disable CA5350 // the standard demands SHA-1 (RFC 6455 §4.2.2)
            var digest = SHA1.HashData(Encoding.ASCII.GetBytes(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"));
#pragma warning restore CA5350
            await stream.WriteAsync(Encoding.ASCII.GetBytes(
                "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n" +
                "Sec-WebSocket-Protocol: chat\r\n" +
                $"Sec-WebSocket-Accept: {Convert.ToBase64String(digest)}\r\n\r\n"), Bound);
            return WebSocket.CreateFromStream(
                stream, new WebSocketCreationOptions { IsServer = true, SubProtocol = "chat" });
        }
    }
}
