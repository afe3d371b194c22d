using System.Globalization;
using System.Text;
using System.Text.Json;
using Rejoin.Protocol;

namespace Rejoin.Server;

/// <summary>The text of an event's frame: made once, when the offset is known, and kept for good.</summary>
/// <remarks>Source: protocol.md §6, "Log digest".</remarks>
internal static class EventFrame
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <summary>UTF-8 of the part of the frame that does not depend on its place in the log.</summary>
    public static byte[] SerializeData(EventData data) =>
        JsonSerializer.SerializeToUtf8Bytes(data, StoreJson.Default.EventData);

    /// <summary>UTF-8 of a whole frame.</summary>
    public static byte[] Build(long offset, DateTimeOffset at, ReadOnlySpan<byte> data)
    {
        var time = at.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);
        var head = string.Create(
            CultureInfo.InvariantCulture, $$"""{"type":"event","offset":{{offset}},"at":"{{time}}","data":""");
        var frame = new byte[head.Length + data.Length + 1];
        Encoding.ASCII.GetBytes(head, frame);
        data.CopyTo(frame.AsSpan(head.Length));
        frame[^1] = (byte)'}';
        return frame;
    }

    /// <summary>Event in a stored frame; null if it is none.</summary>
    public static Event? Read(ReadOnlySpan<byte> frame)
    {
        try
        {
            return JsonSerializer.Deserialize(frame, ProtocolJson.Default.ServerMessage) as Event;
        }
        catch (Exception error) when (error is JsonException or NotSupportedException)
        {
            return null;
        }
    }
}
