using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;

namespace Rejoin.Samples.Proxied;

/// <summary>The service under test: it counts the messages of all connections.</summary>
internal sealed class CountingService : IDisposable
{
    private readonly HttpListener listener = new();
    private int count;

    public CountingService()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var port = ((IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();
        Url = new Uri($"ws://127.0.0.1:{port}/");
        listener.Prefixes.Add($"http://127.0.0.1:{port}/");
        listener.Start();
        _ = ServeAsync();
    }

    public Uri Url { get; }

    public void Dispose() => listener.Close();

    private async Task ServeAsync()
    {
        while (listener.IsListening)
        {
            var request = await listener.GetContextAsync();
            var socket = (await request.AcceptWebSocketAsync(null)).WebSocket;
            _ = CountAsync(socket);
        }
    }

    private async Task CountAsync(WebSocket socket)
    {
        var buffer = new byte[1024];
        while ((await socket.ReceiveAsync(buffer, default)).MessageType == WebSocketMessageType.Text)
        {
            var text = Interlocked.Increment(ref count).ToString(CultureInfo.InvariantCulture);
            await socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, default);
        }
    }
}
