using System.Text.Json.Serialization;

namespace Rejoin.Runner;

/// <summary>The JSON of run folders.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = false,
    RespectNullableAnnotations = true,
    AllowDuplicateProperties = false,
    WriteIndented = true)]
[JsonSerializable(typeof(RunDocument))]
[JsonSerializable(typeof(ReplayPlan))]
public sealed partial class RunJson : JsonSerializerContext;
