using System.Text.Json.Serialization;

namespace Rejoin.Protocol;

/// <summary>The causes of a reset.</summary>
[JsonConverter(typeof(NameConverter<ResetReason>))]
public enum ResetReason
{
    /// <summary>The absence was longer than the session is kept, or the session was left.</summary>
    [JsonStringEnumMemberName("expired")] Expired,

    /// <summary>Events after the position are no longer kept and the client takes no snapshot.</summary>
    [JsonStringEnumMemberName("trimmed")] Trimmed,

    /// <summary>The position belongs to another epoch, or lies beyond the head.</summary>
    [JsonStringEnumMemberName("epoch_changed")] EpochChanged,

    /// <summary>No such session, or not the caller's: one answer for both.</summary>
    [JsonStringEnumMemberName("unknown")] Unknown,

    /// <summary>The stored log failed its integrity check.</summary>
    [JsonStringEnumMemberName("corrupt")] Corrupt,
}
