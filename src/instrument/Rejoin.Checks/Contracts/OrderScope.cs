using System.Text.Json.Serialization;

namespace Rejoin.Checks;

/// <summary>Scope within which order is kept.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OrderScope>))]
public enum OrderScope
{
    /// <summary>No order is promised.</summary>
    [JsonStringEnumMemberName("none")] None,

    /// <summary>Among operations of one connection, and among events of one session.</summary>
    [JsonStringEnumMemberName("connection")] Connection,

    /// <summary>Also among operations of one session over its connections, when one was acknowledged before the next
    /// began.</summary>
    [JsonStringEnumMemberName("session")] Session,
}
