using System.Buffers.Binary;
using Rejoin.Faults.Codec;

namespace Rejoin.Faults.Links.Relaying;

/// <summary>One whole frame in hand, its payload without the mask.</summary>
/// <param name="First">First byte: FIN, reserved bits, opcode.</param>
/// <param name="Mask">The masking key; null for none.</param>
/// <param name="Payload">The payload, not masked.</param>
internal sealed record WireFrame(byte First, uint? Mask, byte[] Payload)
{
    private const byte FinBit = 0x80;

    public Opcode Opcode => (Opcode)(First & 0x0F);

    public bool Fin => (First & FinBit) != 0;

    public bool IsData => FrameHeader.BeginsData(First);

    /// <summary>Reads a frame as it came.</summary>
    public static WireFrame Read(in FrameHeader header, ReadOnlySpan<byte> raw)
    {
        var payload = raw[header.HeaderLength..].ToArray();
        FrameEncoder.Mask(payload, header.MaskKey, 0);
        return new WireFrame(raw[0], header.Masked ? header.MaskKey : null, payload);
    }

    /// <summary>The frame with or without its FIN.</summary>
    public WireFrame WithFin(bool fin) => this with { First = (byte)(fin ? First | FinBit : First & ~FinBit) };

    /// <summary>The bytes on the wire, with the shortest length.</summary>
    public byte[] ToBytes()
    {
        var (length, mask) = (Payload.Length, Mask is null ? 0 : 0x80);
        Span<byte> wide = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(wide, (ulong)length);
        Span<byte> key = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(key, Mask ?? 0);
        var payload = (byte[])Payload.Clone();
        FrameEncoder.Mask(payload, Mask ?? 0, 0);
        return
        [
            First,
            (byte)(mask | (length < 126 ? length : length <= ushort.MaxValue ? 126 : 127)),
            .. length < 126 ? [] : length <= ushort.MaxValue ? wide[6..] : wide,
            .. Mask is null ? [] : key,
            .. payload,
        ];
    }
}
