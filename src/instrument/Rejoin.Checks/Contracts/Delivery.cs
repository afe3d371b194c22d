using System.Text.Json.Serialization;

namespace Rejoin.Checks;

/// <summary>How often something that was sent takes effect or is handed over.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Delivery>))]
public enum Delivery
{
    /// <summary>Never lost, never twice.</summary>
    [JsonStringEnumMemberName("exactly-once")] ExactlyOnce,

    /// <summary>Never lost; twice is allowed.</summary>
    [JsonStringEnumMemberName("at-least-once")] AtLeastOnce,

    /// <summary>Never twice; lost is allowed.</summary>
    [JsonStringEnumMemberName("at-most-once")] AtMostOnce,
}
