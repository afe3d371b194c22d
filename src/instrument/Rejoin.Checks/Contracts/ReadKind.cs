using System.Text.Json.Serialization;

namespace Rejoin.Checks;

/// <summary>Authoritative reads.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReadKind>))]
public enum ReadKind
{
    /// <summary>Messages in order.</summary>
    [JsonStringEnumMemberName("history")] History,

    /// <summary>Identity, memory, preferences, workflows.</summary>
    [JsonStringEnumMemberName("context")] Context,

    /// <summary>Applications of tool effects.</summary>
    [JsonStringEnumMemberName("effects")] Effects,

    /// <summary>Counts of the service process: connections, heap.</summary>
    [JsonStringEnumMemberName("counters")] Counters,
}
