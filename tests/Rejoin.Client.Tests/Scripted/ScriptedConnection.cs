using System.Net.Sockets;
using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Rejoin.Client.Tests.Scripted;

/// <summary>One connection of a scripted server.</summary>
internal sealed class ScriptedConnection(Socket socket, Stream stream, string request) : IDisposable
{
    private WebSocket? webSocket;

    /// <summary>Head of the request as received.</summary>
    public string Request => request;

    public string? Header(string name) => request.Split("\r\n")
        .Where(l => l.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))
        .Select(l => l[(name.Length + 1)..].Trim())
        .FirstOrDefault();

    public async Task UpgradeAsync(string subprotocol = "rejoin.v1", string extra = "")
    {
        await RawAsync(
            "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
            + $"Sec-WebSocket-Accept: {Accept()}\r\nSec-WebSocket-Protocol: {subprotocol}\r\n\r\n{extra}");
        Open();
    }

    public void Open() => webSocket = WebSocket.CreateFromStream(
        stream, new WebSocketCreationOptions { IsServer = true, SubProtocol = "rejoin.v1" });

    public Task RefuseAsync(int status, string headers = "") =>
        RawAsync($"HTTP/1.1 {status} No\r\n{headers}Content-Length: 0\r\n\r\n");

#pragma warning disable CA5350 // RFC 6455 §4.2.2 prescribes SHA-1.
    public string Accept() => Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes(
        Header("Sec-WebSocket-Key") + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11")));
#pragma warning restore CA5350

    public Task RawAsync(string text) => RawAsync(Encoding.UTF8.GetBytes(text));

    public async Task RawAsync(byte[] bytes)
    {
        await stream.WriteAsync(bytes, Bounded.Token);
        await stream.FlushAsync(Bounded.Token);
    }

    public async Task SayAsync(params string[] messages)
    {
        foreach (var message in messages)
        {
            await webSocket!.SendAsync(
                Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, true, Bounded.Token);
        }
    }

    public Task BinaryAsync() => RawFrameAsync([1], binary: true);

    public Task RawFrameAsync(byte[] payload, bool binary) => webSocket!.SendAsync(
        payload, binary ? WebSocketMessageType.Binary : WebSocketMessageType.Text, true, Bounded.Token);

    /// <summary>The next message of the client; null after its close frame or the end.</summary>
    public async Task<JsonNode?> HearAsync()
    {
        var buffer = new byte[256 * 1024];
        var filled = 0;
        while (true)
        {
            WebSocketReceiveResult part;
            try
            {
                part = await webSocket!.ReceiveAsync(buffer.AsMemory(filled).ToSegment(), Bounded.Token).Within();
            }
            catch (WebSocketException)
            {
                return null;
            }

            filled += part.Count;
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            if (part.EndOfMessage)
            {
                return JsonNode.Parse(buffer.AsSpan(0, filled));
            }
        }
    }

    public WebSocketCloseStatus? CloseStatus => webSocket?.CloseStatus;

    public Task CloseAsync(int code, string? reason = null) =>
        webSocket!.CloseOutputAsync((WebSocketCloseStatus)code, reason, Bounded.Token);

    /// <summary>FIN without a close frame.</summary>
    public void Finish() => socket.Shutdown(SocketShutdown.Send);

    /// <summary>RST.</summary>
    public void Reset()
    {
        socket.LingerState = new LingerOption(true, 0);
        socket.Close();
    }

    public void Dispose()
    {
        webSocket?.Dispose();
        stream.Dispose();
    }
}
