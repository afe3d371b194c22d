using System.Text.Json;
using System.Text.Json.Serialization;

namespace Rejoin.Server;

/// <summary>The JSON form of the options; unknown names are errors, so that no typing error passes.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    ReadCommentHandling = JsonCommentHandling.Skip,
    WriteIndented = true)]
[JsonSerializable(typeof(ServerOptions))]
public sealed partial class OptionsJson : JsonSerializerContext;
