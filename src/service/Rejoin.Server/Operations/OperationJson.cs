using System.Text.Json;
using System.Text.Json.Serialization;

namespace Rejoin.Server;

/// <summary>The JSON form of a value on its own.</summary>
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class OperationJson : JsonSerializerContext;
