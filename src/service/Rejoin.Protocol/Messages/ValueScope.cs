using System.Text.Json.Serialization;

namespace Rejoin.Protocol;

/// <summary>The two maps of a context.</summary>
[JsonConverter(typeof(NameConverter<ValueScope>))]
public enum ValueScope
{
    /// <summary>What the agent remembers.</summary>
    [JsonStringEnumMemberName("memory")] Memory,

    /// <summary>What the user prefers.</summary>
    [JsonStringEnumMemberName("preference")] Preference,
}
