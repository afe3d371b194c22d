using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Rejoin.Protocol;

/// <summary>The strict reader of messages: shape first, then the bounds that every server and client share.</summary>
/// <remarks>Source: protocol.md, "Encoding" and "Limits".</remarks>
public static class MessageReader
{
    /// <summary>The client's message in a frame; null with a reason if it is none.</summary>
    /// <param name="utf8">Payload of one text frame.</param>
    /// <param name="reason">Why it is none: one sentence without any of the content; null on success.</param>
    public static ClientMessage? ReadClient(ReadOnlySpan<byte> utf8, out string? reason)
    {
        var message = Read(utf8, ProtocolJson.Default.ClientMessage, out reason);
        reason ??= message is null ? null : MessageBounds.Wrong(message);
        return reason is null ? message : null;
    }

    /// <summary>The server's message in a frame; null with a reason if it is none.</summary>
    /// <param name="utf8">Payload of one text frame.</param>
    /// <param name="reason">Why it is none: one sentence without any of the content; null on success.</param>
    public static ServerMessage? ReadServer(ReadOnlySpan<byte> utf8, out string? reason)
    {
        var message = Read(utf8, ProtocolJson.Default.ServerMessage, out reason);
        reason ??= message is null ? null : MessageBounds.Wrong(message);
        return reason is null ? message : null;
    }

    private static T? Read<T>(ReadOnlySpan<byte> utf8, JsonTypeInfo<T> type, out string? reason)
        where T : class
    {
        try
        {
            var message = JsonSerializer.Deserialize(utf8, type);
            reason = message is null ? "The message is not a JSON object." : null;
            return message;
        }
        catch (JsonException error)
        {
            // The serializer's own text can quote content, so only the place is told.
            reason = $"The message is not valid at '{error.Path ?? "$"}', byte {error.BytePositionInLine ?? 0}.";
        }
        catch (NotSupportedException)
        {
            reason = "The message has no known 'type'.";
        }

        return null;
    }
}
