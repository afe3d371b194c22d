using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Rejoin.Client.Tests.EndToEnd;
using Rejoin.Client.Tests.Scripted;

namespace Rejoin.Client.Tests.Vectors;

/// <summary>A bare WebSocket client that sends what a vector holds.</summary>
internal sealed class RawPeer : IDisposable
{
    private readonly ClientWebSocket socket = new();

    public static async Task<RawPeer> OpenAsync(Service service, string? token)
    {
        var peer = new RawPeer();
        peer.socket.Options.AddSubProtocol("rejoin.v1");
        if (token is not null)
        {
            peer.socket.Options.SetRequestHeader("Authorization", "Bearer " + token);
        }

        await peer.socket.ConnectAsync(service.Running.Url, Bounded.Token);
        return peer;
    }

    public Task SayAsync(byte[] frame, bool binary = false) => socket.SendAsync(
        frame, binary ? WebSocketMessageType.Binary : WebSocketMessageType.Text, true, Bounded.Token);

    /// <summary>The next message; null after a close frame.</summary>
    public async Task<JsonNode?> HearAsync()
    {
        var buffer = new byte[256 * 1024];
        var filled = 0;
        while (true)
        {
            var room = new ArraySegment<byte>(buffer, filled, buffer.Length - filled);
            var part = await socket.ReceiveAsync(room, Bounded.Token).Within();
            filled += part.Count;
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            if (part.EndOfMessage)
            {
                return JsonNode.Parse(Encoding.UTF8.GetString(buffer, 0, filled));
            }
        }
    }

    /// <summary>The next message that is neither an event nor of the attach; null after a close frame.</summary>
    public async Task<JsonNode?> AnswerAsync()
    {
        while (await HearAsync() is { } message)
        {
            if ((string?)message["type"] is not ("event" or "opened" or "resumed" or "reset" or "replayed"))
            {
                return message;
            }
        }

        return null;
    }

    public int? CloseCode => (int?)socket.CloseStatus;

    public void Dispose() => socket.Dispose();
}
