using System.Buffers.Binary;

namespace Rejoin.Faults.Codec;

/// <summary>
/// A collector of the close code of one direction, fed with stretches of the payload of its close frame. The first
/// close frame counts. A mutable struct; not thread-safe. Source: RFC 6455 §5.5.1, §7.1.5.
/// </summary>
internal struct CloseCodeReader
{
    /// <summary>The code that stands for a close frame without one; it never travels (RFC 6455 §7.4.1).</summary>
    public const int NoCode = 1005;

    private ushort _raw;
    private byte _have;

    /// <summary>The code, 1005 for a close frame without one, null before the end of a close frame.</summary>
    public int? Code { get; private set; }

    /// <summary>Takes a stretch of the payload.</summary>
    public void Take(in FrameHeader header, long payloadOffset, ReadOnlySpan<byte> payload)
    {
        if (header.Opcode != Opcode.Close || Code is not null)
        {
            return;
        }

        Span<byte> pair = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(pair, _raw);
        for (var i = 0; i < payload.Length && payloadOffset + i < 2; i++, _have++)
        {
            pair[(int)payloadOffset + i] = payload[i];
            FrameEncoder.Mask(pair.Slice((int)payloadOffset + i, 1), header.MaskKey, payloadOffset + i);
        }

        _raw = BinaryPrimitives.ReadUInt16BigEndian(pair);
    }

    /// <summary>Takes note that a frame is complete.</summary>
    public void End(in FrameHeader header)
    {
        if (header.Opcode == Opcode.Close)
        {
            Code ??= _have == 2 ? _raw : NoCode;
        }
    }
}
