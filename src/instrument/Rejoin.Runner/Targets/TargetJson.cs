using System.Text.Json.Serialization;
using Rejoin.Checks;

namespace Rejoin.Runner;

/// <summary>The JSON of the targets.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(EmbeddedStart))]
[JsonSerializable(typeof(EmbeddedReady))]
[JsonSerializable(typeof(TokenRequest))]
[JsonSerializable(typeof(TokenReply))]
[JsonSerializable(typeof(ClockMove))]
[JsonSerializable(typeof(CountersReply))]
[JsonSerializable(typeof(IReadOnlyList<AuditEntry>))]
internal sealed partial class TargetJson : JsonSerializerContext;
