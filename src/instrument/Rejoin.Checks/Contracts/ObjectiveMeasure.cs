using System.Text.Json.Serialization;

namespace Rejoin.Checks;

/// <summary>What an objective measures.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ObjectiveMeasure>))]
public enum ObjectiveMeasure
{
    /// <summary>Time from the start of one attempt to resume to the end of its replay, in seconds.</summary>
    [JsonStringEnumMemberName("resume-latency")] ResumeLatency,
}
