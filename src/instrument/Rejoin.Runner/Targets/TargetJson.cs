using System.Text.Json.Serialization;

namespace Rejoin.Runner;

/// <summary>The JSON of the targets.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(EmbeddedStart))]
[JsonSerializable(typeof(EmbeddedReady))]
[JsonSerializable(typeof(TokenRequest))]
[JsonSerializable(typeof(TokenReply))]
internal sealed partial class TargetJson : JsonSerializerContext;
