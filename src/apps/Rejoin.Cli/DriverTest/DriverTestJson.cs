using System.Text.Json.Serialization;

namespace Rejoin.Cli;

/// <summary>The JSON of <c>rejoin driver-test</c>.</summary>
[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DriverTestDocument))]
internal sealed partial class DriverTestJson : JsonSerializerContext;
