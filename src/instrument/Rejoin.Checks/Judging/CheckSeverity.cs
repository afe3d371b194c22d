using System.Text.Json.Serialization;

namespace Rejoin.Checks;

/// <summary>What a check can say against a service, and so which exit code it can cause.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CheckSeverity>))]
public enum CheckSeverity
{
    /// <summary>A finding is a failure: exit code 1.</summary>
    [JsonStringEnumMemberName("fail")] Fail,

    /// <summary>An objective is missed: exit code 3.</summary>
    [JsonStringEnumMemberName("objective")] Objective,

    /// <summary>It never accuses the service, it only says that something cannot be judged: exit code 2.</summary>
    [JsonStringEnumMemberName("unknown")] Unknown,
}
