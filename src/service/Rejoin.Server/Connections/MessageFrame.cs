using System.Text.Json;
using Rejoin.Protocol;

namespace Rejoin.Server;

/// <summary>Frames of messages that are not events.</summary>
internal static class MessageFrame
{
    public static OutgoingFrame Of(ServerMessage message, long deliveredOffset = 0) =>
        new(JsonSerializer.SerializeToUtf8Bytes(message, ProtocolJson.Default.ServerMessage), deliveredOffset);
}
