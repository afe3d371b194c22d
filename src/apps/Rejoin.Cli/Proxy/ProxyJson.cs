using System.Text.Json.Serialization;

namespace Rejoin.Cli;

/// <summary>The JSON of a proxy.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(ProxyReady))]
[JsonSerializable(typeof(ProxyError))]
[JsonSerializable(typeof(LinkAnswer))]
[JsonSerializable(typeof(IReadOnlyList<LinkAnswer>))]
[JsonSerializable(typeof(HealAnswer))]
[JsonSerializable(typeof(Observation))]
[JsonSerializable(typeof(ObservationsAnswer))]
internal sealed partial class ProxyJson : JsonSerializerContext;
