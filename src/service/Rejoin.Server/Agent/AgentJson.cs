using System.Text.Json.Serialization;

namespace Rejoin.Server;

/// <summary>The JSON form of arguments and results of tools.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ToolArguments))]
[JsonSerializable(typeof(string))]
internal sealed partial class AgentJson : JsonSerializerContext;
