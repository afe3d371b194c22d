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

    /// <summary>The port of the link is closed: further dials are refused until it heals. Not a cut.</summary>
    [JsonStringEnumMemberName("refuse")]
    Refuse,

    /// <summary>A TCP RST towards both ends without waiting for what was sent: the end of the prefix may be
    /// lost.</summary>
    [JsonStringEnumMemberName("rst-lossy")]
    RstLossy,

    /// <summary>A TCP FIN at the end of one direction; the other goes on.</summary>
    [JsonStringEnumMemberName("half-close")]
    HalfClose,

    /// <summary>Nothing of one direction is relayed any more; the other goes on. Not a cut.</summary>
    [JsonStringEnumMemberName("black-hole-one-way")]
    BlackHoleOneWay,

    /// <summary>Every chunk of the direction is held for a time drawn from a seed, from here on. Not a cut.</summary>
    [JsonStringEnumMemberName("jitter")]
    Jitter,

    /// <summary>The direction takes so many bytes a second from here on, and reads no faster. Not a cut.</summary>
    [JsonStringEnumMemberName("bandwidth")]
    Bandwidth,

    /// <summary>The direction is written in small pieces from here on, with or without a pause. Not a cut.</summary>
    [JsonStringEnumMemberName("slice")]
    Slice,

    /// <summary>What comes within a time is written as one from here on. Not a cut.</summary>
    [JsonStringEnumMemberName("coalesce")]
    Coalesce,

    /// <summary>The upgrade is answered with a status by the link.</summary>
    [JsonStringEnumMemberName("status")]
    Status,

    /// <summary>A header is left out of the request or of the 101. Not a cut.</summary>
    [JsonStringEnumMemberName("strip-header")]
    StripHeader,

    /// <summary>The 101 has a wrong <c>Sec-WebSocket-Accept</c>. Not a cut.</summary>
    [JsonStringEnumMemberName("bad-accept")]
    BadAccept,

    /// <summary>A close frame without a code towards both ends, then FIN.</summary>
    [JsonStringEnumMemberName("close-empty")]
    CloseEmpty,

    /// <summary>A close frame with a code that may not be sent towards both ends, then FIN.</summary>
    [JsonStringEnumMemberName("close-illegal")]
    CloseIllegal,

    /// <summary>A close frame with half a code towards both ends, then FIN.</summary>
    [JsonStringEnumMemberName("close-truncated")]
    CloseTruncated,

    /// <summary>A close frame and a text frame behind it towards both ends, then FIN.</summary>
    [JsonStringEnumMemberName("data-after-close")]
    DataAfterClose,

    /// <summary>Pings of the direction are left out from here on. Not a cut.</summary>
    [JsonStringEnumMemberName("drop-pings")]
    DropPings,

    /// <summary>Pongs of the direction are left out from here on. Not a cut.</summary>
    [JsonStringEnumMemberName("drop-pongs")]
    DropPongs,

    /// <summary>Close frames of the direction are left out from here on. Not a cut.</summary>
    [JsonStringEnumMemberName("drop-closes")]
    DropCloses,

    /// <summary>So many pings are put between two frames. Not a cut.</summary>
    [JsonStringEnumMemberName("ping-flood")]
    PingFlood,

    /// <summary>Messages are split into fragments from here on. Not a cut.</summary>
    [JsonStringEnumMemberName("fragment")]
    Fragment,

    /// <summary>As <c>fragment</c>, with a ping between any two fragments. Not a cut.</summary>
    [JsonStringEnumMemberName("interleave")]
    Interleave,

    /// <summary>Fragments are joined to one frame from here on. Not a cut.</summary>
    [JsonStringEnumMemberName("defragment")]
    Defragment,

    /// <summary>One frame has no mask towards the service, or one towards the client. Not a cut.</summary>
    [JsonStringEnumMemberName("mask-violation")]
    MaskViolation,

    /// <summary>One frame has a reserved bit. Not a cut.</summary>
    [JsonStringEnumMemberName("reserved-bits")]
    ReservedBits,

    /// <summary>One text frame begins with a byte that is not UTF-8. Not a cut.</summary>
    [JsonStringEnumMemberName("bad-utf8")]
    BadUtf8,

    /// <summary>One text frame of a given size is put between two frames. Not a cut.</summary>
    [JsonStringEnumMemberName("oversize")]
    Oversize,

    /// <summary>One frame is left out. Beyond the network. Not a cut.</summary>
    [JsonStringEnumMemberName("drop")]
    Drop,

    /// <summary>One frame is sent twice. Beyond the network. Not a cut.</summary>
    [JsonStringEnumMemberName("duplicate")]
    Duplicate,

    /// <summary>One frame is sent after the next. Beyond the network. Not a cut.</summary>
    [JsonStringEnumMemberName("swap")]
    Swap,

    /// <summary>One bit of one frame's payload is turned. Beyond the network. Not a cut.</summary>
    [JsonStringEnumMemberName("corrupt")]
    Corrupt,
}
