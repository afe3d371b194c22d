using System.Text.Json.Serialization;

namespace Rejoin.Checks;

/// <summary>What a check is about; the first digit of its id.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CheckFamily>))]
public enum CheckFamily
{
    /// <summary>RJ1xx: delivery in both directions.</summary>
    [JsonStringEnumMemberName("delivery")] Delivery = 1,

    /// <summary>RJ2xx: context after a resume.</summary>
    [JsonStringEnumMemberName("context")] Context = 2,

    /// <summary>RJ3xx: several connections of one session.</summary>
    [JsonStringEnumMemberName("concurrency")] Concurrency = 3,

    /// <summary>RJ4xx: nothing of others.</summary>
    [JsonStringEnumMemberName("isolation")] Isolation = 4,

    /// <summary>RJ5xx: authentication and lifecycle.</summary>
    [JsonStringEnumMemberName("lifecycle")] Lifecycle = 5,

    /// <summary>RJ6xx: the protocol's contract.</summary>
    [JsonStringEnumMemberName("protocol")] Protocol = 6,

    /// <summary>RJ7xx: liveness and resources.</summary>
    [JsonStringEnumMemberName("liveness")] Liveness = 7,

    /// <summary>RJ8xx: objectives.</summary>
    [JsonStringEnumMemberName("objectives")] Objectives = 8,

    /// <summary>RJ9xx: the run itself.</summary>
    [JsonStringEnumMemberName("run")] Run = 9,
}
