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
        reason ??= message switch
        {
            ClientOperation operation when !RejoinProtocol.IsId(operation.Id) => "The field 'id' is not a valid id.",
            Hello { Session: not null } hello when !RejoinProtocol.IsId(hello.Session) =>
                "The field 'session' is not a valid id.",
            Hello { Session: not null, Epoch: null } or Hello { Session: not null, Offset: null } =>
                "A resume needs 'session', 'epoch' and 'offset'.",
            Hello { Epoch.Length: 0 or > RejoinProtocol.EpochMaxLength } => "The field 'epoch' is out of range.",
            Hello { Offset: < 0 } or ClientAck { Offset: < 0 } => "The field 'offset' is negative.",
            _ => null,
        };
        return reason is null ? message : null;
    }

    /// <summary>The server's message in a frame; null with a reason if it is none.</summary>
    /// <param name="utf8">Payload of one text frame.</param>
    /// <param name="reason">Why it is none: one sentence without any of the content; null on success.</param>
    public static ServerMessage? ReadServer(ReadOnlySpan<byte> utf8, out string? reason)
    {
        var message = Read(utf8, ProtocolJson.Default.ServerMessage, out reason);
        reason ??= message switch
        {
            Event { Offset: < 1 } => "The offset of an event is 1 or more.",
            Replayed { Offset: < 0 } or Snapshot { Offset: < 0 } or Verdict { Head: < 0 } => "An offset is negative.",
            Verdict { Generation: < 1 } => "The generation is 1 or more.",
            Verdict verdict when !RejoinProtocol.IsId(verdict.Session) => "The field 'session' is not a valid id.",
            _ => null,
        };
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
