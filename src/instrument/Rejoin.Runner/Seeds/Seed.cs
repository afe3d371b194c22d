using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Rejoin.Runner;

/// <summary>The seed of a run: every random choice comes from it.</summary>
/// <param name="Value">64 bits.</param>
public readonly record struct Seed(ulong Value)
{
    /// <summary>A seed that nobody chose.</summary>
    public static Seed New() => new(BinaryPrimitives.ReadUInt64LittleEndian(RandomNumberGenerator.GetBytes(8)) >> 16);

    /// <summary>The random source of one part of the run; the same for the same seed, name and number.</summary>
    /// <param name="name">Part, such as a scenario id.</param>
    /// <param name="number">Number in the part, such as the trial.</param>
    public Random Derive(string name, int number) => new(BitConverter.ToInt32(DeriveBytes(name, number)));

    /// <summary>32 bytes that depend on the seed, a name and a number.</summary>
    public byte[] DeriveBytes(string name, int number) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture,
            $"{Value}/{name}/{number}")));

    /// <summary>The seed in a text: decimal, or hexadecimal after <c>0x</c>; false if it is neither.</summary>
    public static bool TryParse(string text, out Seed seed)
    {
        var hexadecimal = text.StartsWith("0x", StringComparison.OrdinalIgnoreCase);
        var read = ulong.TryParse(
            hexadecimal ? text.AsSpan(2) : text,
            hexadecimal ? NumberStyles.AllowHexSpecifier : NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var value);
        seed = new Seed(value);
        return read;
    }

    /// <summary>The form that commands take: <c>0x</c> and hexadecimal digits.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"0x{Value:X}");
}
