using System.Buffers.Binary;

namespace Rejoin.Faults.Codec;

/// <summary>
/// The writer of control frames that the link injects. A masking key is given by the caller, so that a run repeats byte
/// for byte. Source: RFC 6455 §5.2, §5.3, §5.5.
/// </summary>
internal static class FrameEncoder
{
    /// <summary>Longest payload of a control frame, in bytes. Source: RFC 6455 §5.5.</summary>
    public const int MaxControlPayload = 125;

    /// <summary>Longest control frame, in bytes: 2 of header, 4 of masking key, 125 of payload.</summary>
    public const int MaxControlFrame = 6 + MaxControlPayload;

    /// <summary>Writes a control frame.</summary>
    /// <param name="target">Where to write; <see cref="MaxControlFrame"/> bytes always suffice.</param>
    /// <param name="opcode">Close, ping or pong.</param>
    /// <param name="payload">The payload, at most <see cref="MaxControlPayload"/> bytes.</param>
    /// <param name="maskKey">The masking key towards a service; null towards a client.</param>
    /// <returns>The length of the frame in bytes.</returns>
    /// <exception cref="ArgumentException">The opcode is not a control, or the payload is too long.</exception>
    public static int WriteControl(Span<byte> target, Opcode opcode, ReadOnlySpan<byte> payload, uint? maskKey)
    {
        if (opcode is not (Opcode.Close or Opcode.Ping or Opcode.Pong))
        {
            throw new ArgumentException(
                $"'{opcode}' is not a control opcode: use Close, Ping or Pong.", nameof(opcode));
        }

        if (payload.Length > MaxControlPayload)
        {
            throw new ArgumentException(
                $"A control frame carries at most {MaxControlPayload} bytes, not {payload.Length}.", nameof(payload));
        }

        target[0] = (byte)(0x80 | (int)opcode);
        target[1] = (byte)(payload.Length | (maskKey is null ? 0 : 0x80));
        var header = 2;
        if (maskKey is { } key)
        {
            BinaryPrimitives.WriteUInt32BigEndian(target[2..], key);
            header = 6;
        }

        payload.CopyTo(target[header..]);
        Mask(target.Slice(header, payload.Length), maskKey ?? 0, 0);
        return header + payload.Length;
    }

    /// <summary>Writes a close frame without a reason.</summary>
    /// <param name="target">Where to write; 8 bytes suffice.</param>
    /// <param name="code">The close code, written as it is even when it is illegal on the wire.</param>
    /// <param name="maskKey">The masking key towards a service; null towards a client.</param>
    /// <returns>The length of the frame in bytes: 4, or 8 when masked.</returns>
    public static int WriteClose(Span<byte> target, int code, uint? maskKey)
    {
        Span<byte> payload = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(payload, (ushort)code);
        return WriteControl(target, Opcode.Close, payload, maskKey);
    }

    /// <summary>Applies or removes a mask in place. Source: RFC 6455 §5.3.</summary>
    /// <param name="bytes">A stretch of a payload.</param>
    /// <param name="maskKey">The masking key, first byte in the highest bits; 0 changes nothing.</param>
    /// <param name="offset">Where in the payload the stretch begins.</param>
    public static void Mask(Span<byte> bytes, uint maskKey, long offset)
    {
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] ^= (byte)(maskKey >> (24 - (8 * (int)((offset + i) & 3))));
        }
    }
}
