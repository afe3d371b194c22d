using Rejoin.Faults.Plans;

namespace Rejoin.Faults.Links;

/// <summary>
/// The record of one fault on one link: what was asked, what was done, what the link's two sockets saw. A snapshot:
/// what the sockets see may be completed in a later one. Timestamps are those of the link's <see cref="TimeProvider"/>.
/// </summary>
public sealed record Injection
{
    /// <summary>Id of the fault in the plan.</summary>
    public required string FaultId { get; init; }

    /// <summary>
    /// The point that was asked for. Its connection is the one on which this happened: of a fault that repeats, each
    /// occurrence names its own.
    /// </summary>
    public required CutPoint At { get; init; }

    /// <summary>
    /// Ordinal of the client's TCP connection on this link, 1-based; 0 when nothing fired. Tells attempts apart that
    /// would have got one and the same connection ordinal.
    /// </summary>
    public int Attempt { get; init; }

    /// <summary>What was asked for.</summary>
    public required FaultAction Do { get; init; }

    /// <summary>Whether it happened, and as labelled.</summary>
    public required InjectionOutcome Outcome { get; init; }

    /// <summary>Why it did not happen, or what differs from the label; null when it happened as labelled.</summary>
    public string? Reason { get; init; }

    /// <summary>The frame that was hit; null when nothing fired, and in a handshake.</summary>
    public FrameHit? Frame { get; init; }

    /// <summary>Bytes of the request's head that the service had when the fault acted.</summary>
    public int RequestBytes { get; init; }

    /// <summary>Bytes of the head of the 101 that the client had when the fault acted.</summary>
    public int ResponseBytes { get; init; }

    /// <summary>
    /// Bytes delivered from client to service on this connection after the upgrade, until the fault acted.
    /// </summary>
    public long DeliveredToService { get; init; }

    /// <summary>
    /// Bytes delivered from service to client on this connection after the upgrade, until the fault acted.
    /// </summary>
    public long DeliveredToClient { get; init; }

    /// <summary>The socket towards the client.</summary>
    public SocketSight Client { get; init; } = new();

    /// <summary>The socket towards the service.</summary>
    public SocketSight Service { get; init; } = new();

    /// <summary>When the point was reached; 0 when it was not.</summary>
    public long ReachedAt { get; init; }

    /// <summary>When the fault acted; 0 when it did not.</summary>
    public long FiredAt { get; init; }

    /// <summary>When the fault healed; 0 when it did not, or has no heal rule.</summary>
    public long HealedAt { get; init; }

    /// <summary>When both sockets were done with, or a stall was over; 0 as long as they are not.</summary>
    public long SettledAt { get; init; }
}
