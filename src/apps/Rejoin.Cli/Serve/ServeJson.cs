using System.Text.Json.Serialization;

namespace Rejoin.Cli;

/// <summary>The JSON of a service's start.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ServeReady))]
[JsonSerializable(typeof(EmbeddedStartLine))]
[JsonSerializable(typeof(EmbeddedReadyLine))]
internal sealed partial class ServeJson : JsonSerializerContext;
