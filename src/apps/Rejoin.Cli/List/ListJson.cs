using System.Text.Json.Serialization;

namespace Rejoin.Cli;

/// <summary>The JSON of the lists.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(IReadOnlyList<ScenarioEntry>))]
[JsonSerializable(typeof(IReadOnlyList<ConversationEntry>))]
[JsonSerializable(typeof(IReadOnlyList<CheckEntry>))]
[JsonSerializable(typeof(IReadOnlyList<FaultEntry>))]
[JsonSerializable(typeof(IReadOnlyList<SabotageEntry>))]
internal sealed partial class ListJson : JsonSerializerContext;
