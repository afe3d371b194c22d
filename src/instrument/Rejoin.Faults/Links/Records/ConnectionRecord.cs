using System.Net;

namespace Rejoin.Faults.Links;

/// <summary>The record of one WebSocket connection through the link; a snapshot while it is open.</summary>
public sealed record ConnectionRecord
{
    /// <summary>Ordinal of the upgrade on this link, 1-based.</summary>
    public required int Ordinal { get; init; }

    /// <summary>
    /// Ordinal of the client's TCP connection on this link, 1-based: upgrades that came to nothing count, too.
    /// </summary>
    public int Attempt { get; init; }

    /// <summary>Address and port from which the service saw it come.</summary>
    public required IPEndPoint Source { get; init; }

    /// <summary>Negotiated subprotocol; null for none.</summary>
    public string? Subprotocol { get; init; }

    /// <summary>
    /// Length in bytes of the request's head as the service got it, its empty line included: the j of
    /// <c>request:j</c> goes up to it.
    /// </summary>
    public int RequestHeadBytes { get; init; }

    /// <summary>
    /// Length in bytes of the head of the 101, its empty line included: the j of <c>response:j</c> goes up to it.
    /// </summary>
    public int ResponseHeadBytes { get; init; }

    /// <summary>When the service's 101 was read.</summary>
    public required long OpenedAt { get; init; }

    /// <summary>When both sockets were closed; 0 while open.</summary>
    public long ClosedAt { get; init; }

    /// <summary>What ended it first.</summary>
    public ConnectionEnd End { get; init; }

    /// <summary>Id of the fault that ended it; null for other ends.</summary>
    public string? EndedBy { get; init; }

    /// <summary>From client to service.</summary>
    public required TrafficRecord ToService { get; init; }

    /// <summary>From service to client.</summary>
    public required TrafficRecord ToClient { get; init; }

    /// <summary>
    /// The data frames of both directions in the order in which their headers were delivered, up to
    /// <see cref="LinkLimits.ListedFrames"/>.
    /// </summary>
    public IReadOnlyList<FrameEntry> Frames { get; init; } = [];
}
