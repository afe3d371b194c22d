using System.Text.Json.Serialization;

namespace Rejoin.Checks;

/// <summary>What a resume of an expired session gets.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Expiry>))]
public enum Expiry
{
    /// <summary>A new, empty session, and the statement that it is one.</summary>
    [JsonStringEnumMemberName("reset")] Reset,

    /// <summary>A refusal.</summary>
    [JsonStringEnumMemberName("refuse")] Refuse,
}
