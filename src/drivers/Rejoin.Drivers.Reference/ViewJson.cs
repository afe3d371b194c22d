using System.Text.Json;
using System.Text.Json.Serialization;

namespace Rejoin.Drivers.Reference;

/// <summary>The JSON of values in views.</summary>
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class ViewJson : JsonSerializerContext;
