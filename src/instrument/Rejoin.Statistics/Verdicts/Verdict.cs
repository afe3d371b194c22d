using System.Text.Json.Serialization;

namespace Rejoin.Statistics;

/// <summary>What the evidence says: pass, fail, or unknown.</summary>
/// <remarks>Fail beats unknown, unknown beats pass; see <see cref="VerdictExtensions.And"/>.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<Verdict>))]
public enum Verdict
{
    /// <summary>Exercised, observed, and as promised.</summary>
    [JsonStringEnumMemberName("pass")] Pass,

    /// <summary>Not observable, not exercised, or too little data to say.</summary>
    [JsonStringEnumMemberName("unknown")] Unknown,

    /// <summary>Observed to be otherwise than promised.</summary>
    [JsonStringEnumMemberName("fail")] Fail,
}
