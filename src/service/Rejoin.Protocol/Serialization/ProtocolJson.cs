using System.Text.Json.Serialization;

namespace Rejoin.Protocol;

/// <summary>The JSON form of every message.</summary>
/// <remarks>Names are camelCase, absent = null, unknown fields are ignored, the discriminator may stand anywhere.
/// Source: protocol.md, "Encoding".</remarks>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowOutOfOrderMetadataProperties = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    Converters = [typeof(UtcTimeConverter)])]
[JsonSerializable(typeof(ClientMessage))]
[JsonSerializable(typeof(ServerMessage))]
[JsonSerializable(typeof(SessionContext))]
public sealed partial class ProtocolJson : JsonSerializerContext;
