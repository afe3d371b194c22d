using System.Text.Json.Serialization;

namespace Rejoin.Drivers.Stdio;

/// <summary>The JSON of the stdio protocol: unknown parts are ignored.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(StdioInit))]
[JsonSerializable(typeof(StdioInvoke))]
[JsonSerializable(typeof(StdioMessage))]
internal sealed partial class StdioJson : JsonSerializerContext;
