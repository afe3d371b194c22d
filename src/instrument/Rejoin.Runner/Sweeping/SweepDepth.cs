using System.Text.Json.Serialization;

namespace Rejoin.Runner;

/// <summary>How many places of each frame a sweep cuts at.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SweepDepth>))]
public enum SweepDepth
{
    /// <summary>Between frames: before each one, and after the last.</summary>
    [JsonStringEnumMemberName("boundary")] Boundary,

    /// <summary>Before, in the header, after the header, in the middle, before the last byte, after.</summary>
    [JsonStringEnumMemberName("regions")] Regions,

    /// <summary>Every byte.</summary>
    [JsonStringEnumMemberName("bytes")] Bytes,
}
