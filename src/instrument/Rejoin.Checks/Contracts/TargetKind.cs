using System.Text.Json.Serialization;

namespace Rejoin.Checks;

/// <summary>How a run reaches a service.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TargetKind>))]
public enum TargetKind
{
    /// <summary>The reference service, a child process of the tool for every round.</summary>
    [JsonStringEnumMemberName("embedded")] Embedded,

    /// <summary>A service that is running.</summary>
    [JsonStringEnumMemberName("url")] Url,

    /// <summary>A service that a command starts, a process for every round.</summary>
    [JsonStringEnumMemberName("command")] Command,
}
