using System.Text.Json.Serialization;

namespace Rejoin.Protocol;

/// <summary>The three authoritative reads.</summary>
[JsonConverter(typeof(NameConverter<ReadTarget>))]
public enum ReadTarget
{
    /// <summary>Messages of user and agent in order.</summary>
    [JsonStringEnumMemberName("history")] History,

    /// <summary>Identity, memory, preferences, workflows.</summary>
    [JsonStringEnumMemberName("context")] Context,

    /// <summary>Applications of tool effects.</summary>
    [JsonStringEnumMemberName("effects")] Effects,
}
