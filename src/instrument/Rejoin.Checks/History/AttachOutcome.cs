using System.Text.Json.Serialization;

namespace Rejoin.Checks;

/// <summary>What the service says became of the session.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AttachOutcome>))]
public enum AttachOutcome
{
    /// <summary>A new session is open.</summary>
    [JsonStringEnumMemberName("opened")] Opened,

    /// <summary>The same session goes on.</summary>
    [JsonStringEnumMemberName("resumed")] Resumed,

    /// <summary>Continuity is lost, and said so.</summary>
    [JsonStringEnumMemberName("reset")] Reset,
}
