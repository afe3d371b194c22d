using Rejoin.Faults.Codec;
using Rejoin.Faults.Plans;

namespace Rejoin.Faults.Links;

/// <summary>One data frame that went through, for a frame map.</summary>
/// <param name="Direction">Where it went.</param>
/// <param name="Ordinal">Its ordinal among the data frames of that direction, 1-based.</param>
/// <param name="Opcode">Its kind.</param>
/// <param name="Fin">True on the last fragment of a message.</param>
/// <param name="HeaderLength">Length of its header in bytes.</param>
/// <param name="PayloadLength">Length of its payload in bytes.</param>
public readonly record struct FrameEntry(
    Direction Direction, int Ordinal, Opcode Opcode, bool Fin, int HeaderLength, long PayloadLength);
