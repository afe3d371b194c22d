using System.Buffers;
using System.Security.Cryptography;

namespace Rejoin.Protocol;

/// <summary>The running digest of a session's log: 32 bytes that change with every event.</summary>
/// <remarks>d(0) = 32 zero bytes; d(n) = SHA-256(d(n-1) ‖ UTF-8 of the frame of event n). A new epoch starts at d(0)
/// again. Source: protocol.md, "Log digest"; FIPS 180-4.</remarks>
public readonly struct LogDigest : IEquatable<LogDigest>
{
    private const int Size = 32;
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");
    private static readonly byte[] Zero = new byte[Size];
    private readonly byte[]? bytes;

    private LogDigest(byte[] bytes) => this.bytes = bytes;

    /// <summary>The digest of an empty log.</summary>
    public static LogDigest Empty => default;

    /// <summary>The digest after one more event.</summary>
    /// <param name="frame">UTF-8 payload of the event's frame, exactly as sent.</param>
    public LogDigest Append(ReadOnlySpan<byte> frame)
    {
        var rented = ArrayPool<byte>.Shared.Rent(Size + frame.Length);
        Bytes.CopyTo(rented);
        frame.CopyTo(rented.AsSpan(Size));
        var digest = SHA256.HashData(rented.AsSpan(0, Size + frame.Length));
        ArrayPool<byte>.Shared.Return(rented);
        return new LogDigest(digest);
    }

    /// <summary>The 32 bytes.</summary>
    public ReadOnlySpan<byte> Bytes => bytes ?? Zero;

    /// <summary>A digest from its 32 bytes.</summary>
    /// <exception cref="ArgumentException">Not 32 bytes.</exception>
    public static LogDigest FromBytes(ReadOnlySpan<byte> value) => value.Length == Size
        ? new LogDigest(value.ToArray())
        : throw new ArgumentException($"A log digest has {Size} bytes, not {value.Length}.", nameof(value));

    /// <summary>A digest from its 64 hexadecimal digits; false if the text is something else.</summary>
    public static bool TryParse(string? text, out LogDigest digest)
    {
        digest = default;
        if (text is not { Length: 2 * Size } || text.AsSpan().ContainsAnyExcept(HexDigits))
        {
            return false;
        }

        digest = new LogDigest(Convert.FromHexString(text));
        return true;
    }

    /// <summary>The 64 lower-case hexadecimal digits that messages carry.</summary>
    public override string ToString() => Convert.ToHexStringLower(Bytes);

    /// <inheritdoc/>
    public bool Equals(LogDigest other) => Bytes.SequenceEqual(other.Bytes);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is LogDigest other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => BitConverter.ToInt32(Bytes);

    /// <summary>Whether two digests are of the same log.</summary>
    public static bool operator ==(LogDigest left, LogDigest right) => left.Equals(right);

    /// <summary>Whether two digests are of different logs.</summary>
    public static bool operator !=(LogDigest left, LogDigest right) => !left.Equals(right);
}
