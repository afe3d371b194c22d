using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Serialization;

namespace Rejoin.Faults.Plans;

/// <summary>
/// A place in the opening handshake of a connection: how much of it is delivered. Written <c>accepted</c>,
/// <c>request:j</c>, <c>requestEnd</c>, <c>response:j</c> or <c>responseEnd</c>. The default value is <c>accepted</c>.
/// Source: RFC 6455 §4.
/// </summary>
[JsonConverter(typeof(HandshakePositionJson))]
public readonly record struct HandshakePosition
{
    /// <summary>What may be written, for error texts.</summary>
    internal const string Allowed =
        "accepted, request:j (j from 1 to 65536), requestEnd, response:j (j from 1 to 65536), responseEnd";

    /// <summary>Longest head of which a byte can be named, in bytes.</summary>
    internal const int LongestHead = 65_536;

    private HandshakePosition(HandshakePositionKind kind, int bytes = 0) => (Kind, Bytes) = (kind, bytes);

    /// <summary>Which place is meant.</summary>
    public HandshakePositionKind Kind { get; }

    /// <summary>Bytes of the head that are delivered, the j of <c>request:j</c>; 0 for other kinds.</summary>
    public int Bytes { get; }

    /// <summary>TCP accepted, nothing read.</summary>
    public static HandshakePosition Accepted { get; }

    /// <summary>The request's head is delivered to the service.</summary>
    public static HandshakePosition RequestEnd { get; } = new(HandshakePositionKind.RequestEnd);

    /// <summary>The 101 is delivered to the client.</summary>
    public static HandshakePosition ResponseEnd { get; } = new(HandshakePositionKind.ResponseEnd);

    /// <summary>
    /// The direction of the bytes that are followed: to the client from the response on, to the service before.
    /// </summary>
    public Direction Direction => IsOfResponse ? Direction.ServiceToClient : Direction.ClientToService;

    /// <summary>True for <c>response:j</c> and <c>responseEnd</c>.</summary>
    internal bool IsOfResponse => Kind is HandshakePositionKind.Response or HandshakePositionKind.ResponseEnd;

    /// <summary>True for <c>request:j</c> and <c>requestEnd</c>.</summary>
    internal bool IsOfRequest => Kind is HandshakePositionKind.Request or HandshakePositionKind.RequestEnd;

    /// <summary>The first bytes of the request's head, as the service gets it.</summary>
    /// <param name="bytes">How many, 1 to 65 536.</param>
    /// <returns>The position <c>request:bytes</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Outside 1 to 65 536.</exception>
    public static HandshakePosition Request(int bytes) => new(HandshakePositionKind.Request, Checked(bytes));

    /// <summary>The first bytes of the head of the 101.</summary>
    /// <param name="bytes">How many, 1 to 65 536.</param>
    /// <returns>The position <c>response:bytes</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Outside 1 to 65 536.</exception>
    public static HandshakePosition Response(int bytes) => new(HandshakePositionKind.Response, Checked(bytes));

    /// <summary>Reads the written form.</summary>
    /// <param name="text">Such as <c>request:17</c>; case matters.</param>
    /// <returns>The position.</returns>
    /// <exception cref="FormatException">Not a position; the text says what is allowed.</exception>
    public static HandshakePosition Parse(string text) => TryParse(text, out var position)
        ? position
        : throw new FormatException($"'{text}' is not a position in a handshake. Allowed: {Allowed}.");

    /// <summary>Reads the written form without throwing.</summary>
    /// <param name="text">Such as <c>request:17</c>; case matters.</param>
    /// <param name="position">The position; <c>accepted</c> on failure.</param>
    /// <returns>True when the text is a position.</returns>
    public static bool TryParse(string? text, out HandshakePosition position)
    {
        var found = text switch
        {
            "accepted" => Accepted,
            "requestEnd" => RequestEnd,
            "responseEnd" => ResponseEnd,
            _ => Counted(text),
        };
        position = found ?? Accepted;
        return found is not null;
    }

    /// <summary>Where the position lies in the head that it speaks of, in bytes from its start.</summary>
    /// <param name="headLength">Length of that head in bytes, its empty line included.</param>
    /// <returns>How many bytes are delivered; null when the head is shorter.</returns>
    public int? OffsetIn(int headLength) => Kind switch
    {
        HandshakePositionKind.Accepted => 0,
        HandshakePositionKind.Request or HandshakePositionKind.Response => Bytes <= headLength ? Bytes : null,
        HandshakePositionKind.RequestEnd or HandshakePositionKind.ResponseEnd => headLength,
        _ => throw new UnreachableException(),
    };

    /// <summary>The written form.</summary>
    /// <returns>Text that <see cref="Parse"/> reads back.</returns>
    public override string ToString() => Kind switch
    {
        HandshakePositionKind.Accepted => "accepted",
        HandshakePositionKind.Request => string.Create(CultureInfo.InvariantCulture, $"request:{Bytes}"),
        HandshakePositionKind.RequestEnd => "requestEnd",
        HandshakePositionKind.Response => string.Create(CultureInfo.InvariantCulture, $"response:{Bytes}"),
        HandshakePositionKind.ResponseEnd => "responseEnd",
        _ => throw new UnreachableException(),
    };

    private static int Checked(int bytes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bytes, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bytes, LongestHead);
        return bytes;
    }

    private static HandshakePosition? Counted(string? text)
    {
        var colon = text?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        if (colon < 0
            || !int.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var bytes)
            || bytes is < 1 or > LongestHead || text![colon + 1] == '0')
        {
            return null;
        }

        return text.AsSpan(0, colon) switch
        {
            "request" => new(HandshakePositionKind.Request, bytes),
            "response" => new(HandshakePositionKind.Response, bytes),
            _ => null,
        };
    }
}
