using System.Text.Json.Serialization;

namespace Rejoin.Client;

/// <summary>The serializer of a cursor's JSON form.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowOutOfOrderMetadataProperties = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(CursorForm))]
internal sealed partial class CursorJson : JsonSerializerContext;
