using System.Text.Json.Serialization;

namespace Rejoin.Cli;

/// <summary>The JSON of <c>rejoin report</c>.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(ReportDocument))]
internal sealed partial class ReportJson : JsonSerializerContext;
