using System.Text.Json.Serialization;
using Rejoin.Protocol;

namespace Rejoin.Server;

/// <summary>The JSON form of what the admin channel and the development issuer say.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(AdminCounters))]
[JsonSerializable(typeof(IReadOnlyList<AuditEntry>))]
[JsonSerializable(typeof(ClockMove))]
[JsonSerializable(typeof(ClockState))]
[JsonSerializable(typeof(IReadOnlyList<Effect>))]
[JsonSerializable(typeof(TokenRequest))]
[JsonSerializable(typeof(IssuedToken))]
internal sealed partial class AdminJson : JsonSerializerContext;
