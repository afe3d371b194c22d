using System.Text.Json.Serialization;

namespace Rejoin.Checks;

/// <summary>What asks a service that a command started to end.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StopSignal>))]
public enum StopSignal
{
    /// <summary>SIGTERM.</summary>
    [JsonStringEnumMemberName("term")] Term,

    /// <summary>SIGINT.</summary>
    [JsonStringEnumMemberName("int")] Int,

    /// <summary>SIGKILL: it is not asked.</summary>
    [JsonStringEnumMemberName("kill")] Kill,
}
