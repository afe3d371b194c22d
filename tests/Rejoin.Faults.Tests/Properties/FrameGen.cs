using System.Buffers.Binary;
using CsCheck;
using Rejoin.Faults.Codec;

namespace Rejoin.Faults.Tests.Properties;

/// <summary>Streams of frames, legal and not, and streams of anything.</summary>
internal static class FrameGen
{
    private static readonly Gen<int> Length = Gen.Frequency(
        (8, Gen.Int[0, 12]), (2, Gen.Int[120, 130]), (1, Gen.Int[0, 400]), (1, Gen.Int[65_530, 65_540]));

    private static readonly Gen<byte[]> Frame = Gen.Select(
        Gen.Byte, Gen.Bool, Length, Gen.Int[0, 2], Gen.UInt, Make);

    /// <summary>Frames of any opcode, bits, mask and form of length.</summary>
    public static Gen<byte[][]> Frames { get; } = Frame.Array[1, 6];

    /// <summary>Frames, or any bytes, or frames that break off.</summary>
    public static Gen<byte[]> Stream { get; } = Gen.OneOf(
        Frames.Select(frames => frames.SelectMany(f => f).ToArray()),
        Gen.Byte.Array[0, 120],
        Gen.Select(Frames, Gen.Byte.Array[0, 40], (frames, rest) => (byte[])[.. frames.SelectMany(f => f), .. rest]));

    private static byte[] Make(byte first, bool masked, int length, int form, uint key)
    {
        var bytes = new List<byte> { first };
        var least = length < 126 ? 0 : length <= ushort.MaxValue ? 1 : 2;
        form = Math.Max(form, least);
        bytes.Add((byte)((masked ? 0x80 : 0) | form switch { 0 => length, 1 => 126, _ => 127 }));
        Span<byte> eight = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(eight, length);
        bytes.AddRange(form switch { 0 => [], 1 => eight[6..].ToArray(), _ => eight.ToArray() });
        var payload = Enumerable.Range(0, length).Select(i => (byte)i).ToArray();
        if (masked)
        {
            BinaryPrimitives.WriteUInt32BigEndian(eight, key);
            bytes.AddRange(eight[..4].ToArray());
            FrameEncoder.Mask(payload, key, 0);
        }

        return [.. bytes, .. payload];
    }
}
