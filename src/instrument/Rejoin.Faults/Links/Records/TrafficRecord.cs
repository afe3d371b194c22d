using Rejoin.Faults.Codec;

namespace Rejoin.Faults.Links;

/// <summary>What one direction of a connection carried after the upgrade.</summary>
public sealed record TrafficRecord
{
    /// <summary>Data frames that were delivered whole.</summary>
    public int DataFrames { get; init; }

    /// <summary>Control frames that were delivered whole.</summary>
    public int ControlFrames { get; init; }

    /// <summary>Bytes that were delivered.</summary>
    public long Bytes { get; init; }

    /// <summary>Code of the close frame that was delivered; 1005 for one without code; null for none.</summary>
    public int? CloseCode { get; init; }

    /// <summary>Everything that the frames broke.</summary>
    public FrameViolations Violations { get; init; }
}
