using System.Text.Json.Serialization;

namespace Rejoin.Faults.Plans;

/// <summary>The generated writer of plans.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    WriteIndented = true)]
[JsonSerializable(typeof(FaultPlan))]
[JsonSerializable(typeof(IReadOnlyList<Fault>))]
internal sealed partial class PlanJsonContext : JsonSerializerContext;
