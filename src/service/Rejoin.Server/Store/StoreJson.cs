using System.Text.Json.Serialization;
using Rejoin.Protocol;

namespace Rejoin.Server;

/// <summary>The JSON form of what only the store writes.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowOutOfOrderMetadataProperties = true)]
[JsonSerializable(typeof(EventData))]
[JsonSerializable(typeof(SnapshotContent))]
internal sealed partial class StoreJson : JsonSerializerContext;
