using System.Text.Json.Serialization;

namespace Rejoin.Checks;

/// <summary>What becomes of an attach from another place than the one before.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MoveReport>))]
public enum MoveReport
{
    /// <summary>The audit log of the session says so.</summary>
    [JsonStringEnumMemberName("reported")] Reported,
}
