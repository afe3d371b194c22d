using System.Net;
using System.Net.Sockets;

namespace Rejoin.Faults.Tests.Peers;

/// <summary>A service of raw sockets: the test accepts, reads and answers itself.</summary>
internal sealed class RawService : IDisposable
{
    public const string Switching =
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n" +
        "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public RawService()
    {
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
    }

    public int Port { get; }

    public Uri Uri => new($"ws://127.0.0.1:{Port}/ws");

    public async Task<RawSocket> AcceptAsync()
    {
        using var bound = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        return new RawSocket(await _listener.AcceptSocketAsync(bound.Token));
    }

    public void Dispose() => _listener.Dispose();
}
