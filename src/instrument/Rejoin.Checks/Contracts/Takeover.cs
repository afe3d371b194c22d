using System.Text.Json.Serialization;

namespace Rejoin.Checks;

/// <summary>What becomes of a connection when a newer one takes its session.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Takeover>))]
public enum Takeover
{
    /// <summary>The newer one holds the session.</summary>
    [JsonStringEnumMemberName("newest-wins")] NewestWins,

    /// <summary>The newer one is sent away.</summary>
    [JsonStringEnumMemberName("oldest-wins")] OldestWins,

    /// <summary>Both hold it.</summary>
    [JsonStringEnumMemberName("both")] Both,

    /// <summary>The newer one is refused as long as the older one lives.</summary>
    [JsonStringEnumMemberName("refuse")] Refuse,
}
