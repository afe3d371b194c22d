using System.Text.Json.Serialization;

namespace Rejoin.Checks;

/// <summary>What an objective measures.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ObjectiveMeasure>))]
public enum ObjectiveMeasure
{
    /// <summary>Time from the start of one attempt to resume to the end of its replay, in seconds.</summary>
    [JsonStringEnumMemberName("resume-latency")] ResumeLatency,

    /// <summary>Latency of resumes from another place over that of resumes from the same place, in one trial.</summary>
    [JsonStringEnumMemberName("resume-latency-ratio")] ResumeLatencyRatio,

    /// <summary>Share of what was known before a loss that the reads after the resume show unchanged, from 0 to
    /// 1.</summary>
    [JsonStringEnumMemberName("context-restored")] ContextRestored,

    /// <summary>Share of the attempts to resume, hit by no fault of their own, that succeed, from 0 to 1.</summary>
    [JsonStringEnumMemberName("resume-success")] ResumeSuccess,

    /// <summary>Growth of the service's heap over a trial, as a share of its first value.</summary>
    [JsonStringEnumMemberName("heap-growth")] HeapGrowth,

    /// <summary>Growth of the resume latency from one resume of a session to its next, as a share.</summary>
    [JsonStringEnumMemberName("latency-drift")] LatencyDrift,
}
