namespace Rejoin.Faults.Plans;

/// <summary>Which byte of a frame a <see cref="FramePosition"/> names.</summary>
public enum FramePositionKind
{
    /// <summary>Nothing of the frame is delivered. Reached when its first byte has arrived at the link.</summary>
    Before,

    /// <summary>The first j bytes of the header are delivered.</summary>
    Header,

    /// <summary>The header is delivered, nothing of the payload.</summary>
    AfterHeader,

    /// <summary>The header and the first j bytes of the payload are delivered.</summary>
    Payload,

    /// <summary>The header and half of the payload, rounded down, are delivered.</summary>
    Middle,

    /// <summary>All but the last byte of the frame is delivered. Needs a payload.</summary>
    Last,

    /// <summary>The whole frame is delivered.</summary>
    After,
}
