using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace Rejoin.Bench;

/// <summary>Opens a session over a real connection and leaves it with events that its client has not acknowledged.
/// </summary>
internal static class SessionOpening
{
    private const int Events = 100;

    /// <summary>A session whose client processed all but the last <paramref name="missed"/> events.</summary>
    public static async Task<ResumeSession> OpenAsync(int port, string token, int missed)
    {
        using var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("rejoin.v1");
        socket.Options.SetRequestHeader("Authorization", $"Bearer {token}");
        await socket.ConnectAsync(new Uri($"ws://127.0.0.1:{port}/ws"), default);
        var opened = await ReadUntilAsync(socket, "opened");
        for (var i = 1; i <= Events; i++)
        {
            var text = $"a value of an ordinary length, as an agent would keep them, with its number: {i}";
            await SendAsync(socket, new { type = "set", id = $"o{i}", scope = "memory", key = "k", value = text });
            await ReadUntilAsync(socket, "ack");
        }

        await SendAsync(socket, new { type = "ack", offset = Events - missed });
        await SendAsync(socket, new { type = "read", id = "r", what = "effects" });
        await ReadUntilAsync(socket, "answer");
        socket.Abort();
        return new(Text(opened, "session"), Text(opened, "epoch"), Events - missed);
    }

    private static string Text(JsonElement message, string field) => message.GetProperty(field).GetString()!;

    private static Task SendAsync<T>(ClientWebSocket socket, T message) => socket.SendAsync(
        Encoding.UTF8.GetBytes(JsonSerializer.Serialize(message)), WebSocketMessageType.Text, true, default);

    private static async Task<JsonElement> ReadUntilAsync(ClientWebSocket socket, string type)
    {
        var buffer = new byte[64 * 1024];
        while (true)
        {
            var filled = 0;
            ValueWebSocketReceiveResult part;
            do
            {
                part = await socket.ReceiveAsync(buffer.AsMemory(filled), default);
                filled += part.Count;
            }
            while (!part.EndOfMessage);

            using var message = JsonDocument.Parse(buffer.AsMemory(0, filled));
            if (message.RootElement.GetProperty("type").GetString() == type)
            {
                return message.RootElement.Clone();
            }
        }
    }
}
