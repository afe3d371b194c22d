namespace Rejoin.Faults.Codec;

/// <summary>The header of one frame, decoded. Source: RFC 6455 §5.2.</summary>
/// <param name="Opcode">The kind of frame, named or reserved.</param>
/// <param name="Fin">True on the last fragment of a message.</param>
/// <param name="Rsv">The three reserved bits as a number: 4 = RSV1 (compression), 2 = RSV2, 1 = RSV3.</param>
/// <param name="Masked">True when a masking key follows; frames of a client must be masked.</param>
/// <param name="MaskKey">The masking key, first byte in the highest bits; 0 when not masked.</param>
/// <param name="HeaderLength">Length of the header with its masking key, in bytes, 2 to 14.</param>
/// <param name="PayloadLength">
/// Length of the payload in bytes. A length with the highest bit set (forbidden) reads as <see cref="long.MaxValue"/>
/// less <see cref="HeaderLength"/>.
/// </param>
/// <param name="LengthBytes">Bytes of the extended length: 0, 2 or 8.</param>
internal readonly record struct FrameHeader(
    Opcode Opcode, bool Fin, int Rsv, bool Masked, uint MaskKey, int HeaderLength, long PayloadLength, int LengthBytes)
{
    /// <summary>True for close, ping, pong and the reserved control opcodes 0xB to 0xF.</summary>
    public bool IsControl => ((int)Opcode & 0x8) != 0;

    /// <summary>True for text, binary, continuation and the reserved data opcodes 0x3 to 0x7.</summary>
    public bool IsData => !IsControl;

    /// <summary>Length of the whole frame in bytes, header included.</summary>
    public long Length => HeaderLength + PayloadLength;

    /// <summary>Tells from the first byte of a frame whether a data frame begins.</summary>
    /// <param name="first">The first byte on the wire.</param>
    /// <returns>True for a data frame.</returns>
    public static bool BeginsData(byte first) => (first & 0x8) == 0;
}
