using System.Text.Json.Serialization;

namespace Rejoin.Protocol;

/// <summary>The two ways in which a resumed client is brought up to date.</summary>
[JsonConverter(typeof(NameConverter<ResumeMode>))]
public enum ResumeMode
{
    /// <summary>Every event after the presented offset follows.</summary>
    [JsonStringEnumMemberName("replay")] Replay,

    /// <summary>One snapshot follows, then the events after its offset.</summary>
    [JsonStringEnumMemberName("snapshot")] Snapshot,
}
