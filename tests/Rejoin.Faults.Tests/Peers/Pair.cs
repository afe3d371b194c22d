using System.Net;
using System.Net.Sockets;
using Rejoin.Faults.Links;
using Rejoin.Faults.Plans;

namespace Rejoin.Faults.Tests.Peers;

/// <summary>A raw client and a raw service with a link between them, upgraded.</summary>
internal sealed class Pair : IAsyncDisposable
{
    private Pair(RawService listener, Link link) => (Listener, Link) = (listener, link);

    public RawService Listener { get; }

    public Link Link { get; }

    public RawSocket Client { get; private set; } = null!;

    public RawSocket Service { get; private set; } = null!;

    public static async Task<Pair> OpenAsync(params Fault[] faults) =>
        await OpenAsync(uri => new LinkOptions { Upstream = uri, Plan = new FaultPlan { Faults = faults } });

    public static async Task<Pair> OpenAsync(Func<Uri, LinkOptions> options)
    {
        var listener = new RawService();
        var pair = new Pair(listener, await Link.StartAsync(options(listener.Uri)));
        await pair.ReconnectAsync();
        return pair;
    }

    public RawSocket? FirstClient { get; private set; }

    public RawSocket? FirstService { get; private set; }

    /// <summary>Opens a further connection; the first stays as it is.</summary>
    public async Task ReconnectAsync()
    {
        (FirstClient, FirstService) = (FirstClient ?? Client, FirstService ?? Service);
        Client = await DialAsync(Link.ClientUri);
        await Client.SendTextAsync(UpgradeRequest(Link.ClientUri));
        Service = await Listener.AcceptAsync();
        await Service.ReadHeadAsync();
        await Service.SendTextAsync(RawService.Switching);
        await Client.ReadHeadAsync();
    }

    public static async Task<RawSocket> DialAsync(Uri uri)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, uri.Port);
        return new RawSocket(socket);
    }

    public static string UpgradeRequest(Uri uri, string more = "") =>
        $"GET {uri.PathAndQuery} HTTP/1.1\r\nHost: {uri.Authority}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n" +
        $"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n{more}\r\n";

    /// <summary>Disposes the link and asserts that it has no errors.</summary>
    public async ValueTask DisposeAsync()
    {
        await Link.DisposeAsync();
        FirstClient?.Dispose();
        FirstService?.Dispose();
        Client.Dispose();
        Service.Dispose();
        Listener.Dispose();
        Assert.Empty(Link.Errors);
    }
}
