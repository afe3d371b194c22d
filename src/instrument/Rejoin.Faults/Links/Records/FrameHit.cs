using Rejoin.Faults.Codec;

namespace Rejoin.Faults.Links;

/// <summary>The frame in which a fault fired.</summary>
/// <param name="Opcode">Kind of the frame.</param>
/// <param name="Length">
/// Length of the whole frame in bytes; null when the fault fired before its header had been read.
/// </param>
/// <param name="Delivered">Bytes of the frame that were delivered.</param>
public sealed record FrameHit(Opcode Opcode, long? Length, long Delivered);
