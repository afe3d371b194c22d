using System.Text.Json.Serialization;

namespace Rejoin.Checks;

/// <summary>Whether a service says that a session goes on or was reset.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RecoveredSignal>))]
public enum RecoveredSignal
{
    /// <summary>It says nothing that can be relied on.</summary>
    [JsonStringEnumMemberName("absent")] Absent,

    /// <summary>What it says is true.</summary>
    [JsonStringEnumMemberName("honest")] Honest,
}
