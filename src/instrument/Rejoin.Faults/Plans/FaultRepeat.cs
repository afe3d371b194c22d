using System.Text.Json.Serialization;

namespace Rejoin.Faults.Plans;

/// <summary>How often a fault happens.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FaultRepeat>))]
public enum FaultRepeat
{
    /// <summary>At most once: a transient fault.</summary>
    [JsonStringEnumMemberName("once")]
    Once,

    /// <summary>
    /// On the connection of its point and at the same place of every later one: a persistent fault. Each occurrence has
    /// a record of its own.
    /// </summary>
    [JsonStringEnumMemberName("always")]
    Always,
}
