using System.Text.Json;
using System.Text.Json.Serialization;

namespace Rejoin.Faults.Plans;

/// <summary>The JSON form of a position: its written form as a string.</summary>
internal sealed class HandshakePositionJson : JsonConverter<HandshakePosition>
{
    public override HandshakePosition Read(
        ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && HandshakePosition.TryParse(reader.GetString(), out var position)
            ? position
            : throw new JsonException($"Not a position in a handshake. Allowed: {HandshakePosition.Allowed}.");

    public override void Write(Utf8JsonWriter writer, HandshakePosition value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
