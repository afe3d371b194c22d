namespace Rejoin.Faults.Links.Relaying;

/// <summary>What the two pumps of a connection do with what they read.</summary>
internal enum RelayMode
{
    /// <summary>Deliver it.</summary>
    Relaying,

    /// <summary>Keep it, a fault is about to act or a stall lasts.</summary>
    Held,

    /// <summary>Deliver it up to the end of the current frame, then keep it.</summary>
    HeldAtBoundary,

    /// <summary>Discard it until the peer closes.</summary>
    Draining,

    /// <summary>Look through it for the answer to a close frame, and discard it.</summary>
    AwaitingClose,

    /// <summary>Stop reading; keep the sockets.</summary>
    Silent,

    /// <summary>Stop; the sockets are gone.</summary>
    Dead,
}
