using System.Text.Json.Serialization;

namespace Rejoin.Faults.Plans;

/// <summary>What a fault does to a connection. docs/reference/faults.md tells what each end sees.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FaultKind>))]
public enum FaultKind
{
    /// <summary>A TCP FIN towards both ends, no close frame.</summary>
    [JsonStringEnumMemberName("fin")]
    Fin,

    /// <summary>A TCP RST towards both ends.</summary>
    [JsonStringEnumMemberName("rst")]
    Rst,

    /// <summary>A TCP RST towards the client; the service's side stays open and silent.</summary>
    [JsonStringEnumMemberName("half-open-client-lost")]
    HalfOpenClientLost,

    /// <summary>A TCP RST towards the service; the client's side stays open and silent.</summary>
    [JsonStringEnumMemberName("half-open-service-lost")]
    HalfOpenServiceLost,

    /// <summary>Nothing is relayed for a time, then everything goes on, in order.</summary>
    [JsonStringEnumMemberName("stall")]
    Stall,

    /// <summary>Nothing is relayed any more; both sides stay open and silent.</summary>
    [JsonStringEnumMemberName("black-hole")]
    BlackHole,

    /// <summary>A close frame towards both ends, then FIN.</summary>
    [JsonStringEnumMemberName("close")]
    Close,

    /// <summary>Every chunk of the direction is held for a time from here on. Not a cut.</summary>
    [JsonStringEnumMemberName("delay")]
    Delay,
}
