using System.Net;
using System.Net.Sockets;
using System.Text;
using Rejoin.Faults.Links;
using Rejoin.Faults.Plans;

namespace Rejoin.Faults.Tests.Peers;

/// <summary>
/// A link between a raw client and a raw service whose opening handshake the test carries out itself.
/// </summary>
internal sealed class Knock : IAsyncDisposable
{
    private readonly List<RawSocket> _sockets = [];

    private Knock(RawService listener, Link link) => (Listener, Link) = (listener, link);

    public RawService Listener { get; }

    public Link Link { get; }

    /// <summary>The request as the service gets it.</summary>
    public byte[] Request => Encoding.Latin1.GetBytes(Pair.UpgradeRequest(Listener.Uri));

    public static byte[] Response { get; } = Encoding.Latin1.GetBytes(RawService.Switching);

    public static Task<Knock> OpenAsync(params Fault[] faults) =>
        OpenAsync(uri => new LinkOptions { Upstream = uri, Plan = new FaultPlan { Faults = faults } });

    public static async Task<Knock> OpenAsync(Func<Uri, LinkOptions> options)
    {
        var listener = new RawService();
        return new Knock(listener, await Link.StartAsync(options(listener.Uri)));
    }

    /// <summary>
    /// A client that has dialled and sent its request; an early RST shows in whatever call comes first.
    /// </summary>
    public async Task<RawSocket> AskAsync()
    {
        var client = NewClient();
        try
        {
            await client.Socket.ConnectAsync(IPAddress.Loopback, Link.ClientUri.Port);
            await client.SendTextAsync(Pair.UpgradeRequest(Link.ClientUri));
        }
        catch (SocketException e) when (e.SocketErrorCode is SocketError.ConnectionReset or SocketError.Shutdown)
        {
            client.WasReset = true;
        }

        return client;
    }

    public async Task<RawSocket> DialAsync()
    {
        var client = NewClient();
        await client.Socket.ConnectAsync(IPAddress.Loopback, Link.ClientUri.Port);
        return client;
    }

    public async Task<RawSocket> AcceptAsync()
    {
        var service = await Listener.AcceptAsync();
        _sockets.Add(service);
        return service;
    }

    /// <summary>A whole connection: both ends after the 101.</summary>
    public async Task<(RawSocket Client, RawSocket Service)> ConnectAsync()
    {
        var client = await AskAsync();
        var service = await AcceptAsync();
        await service.ReadHeadAsync();
        await service.SendTextAsync(RawService.Switching);
        await client.ReadHeadAsync();
        return (client, service);
    }

    /// <summary>Waits for the n-th occurrence to act.</summary>
    public async Task<Injection> FiredAsync(int n = 1)
    {
        await Until.TrueAsync(() => Link.Injections.Count >= n && Link.Injections[n - 1].FiredAt > 0, "fired");
        return Link.Injections[n - 1];
    }

    /// <summary>Waits until the n-th occurrence is done with its sockets.</summary>
    public async Task<Injection> SettledAsync(int n = 1)
    {
        await Until.TrueAsync(() => Link.Injections.Count >= n && Link.Injections[n - 1].SettledAt > 0, "settled");
        return Link.Injections[n - 1];
    }

    private RawSocket NewClient()
    {
        var client = new RawSocket(new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)
        {
            NoDelay = true,
        });
        _sockets.Add(client);
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        await Link.DisposeAsync();
        _sockets.ForEach(s => s.Dispose());
        Listener.Dispose();
        Assert.Empty(Link.Errors);
    }
}
