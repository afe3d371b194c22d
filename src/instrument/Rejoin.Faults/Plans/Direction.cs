using System.Text.Json.Serialization;

namespace Rejoin.Faults.Plans;

/// <summary>One of the two ways through a link; <c>c2s</c> and <c>s2c</c> in a plan.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Direction>))]
public enum Direction
{
    /// <summary>From the client to the service.</summary>
    [JsonStringEnumMemberName("c2s")]
    ClientToService,

    /// <summary>From the service to the client.</summary>
    [JsonStringEnumMemberName("s2c")]
    ServiceToClient,
}
