using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Serialization;

namespace Rejoin.Faults.Plans;

/// <summary>
/// A place in a frame: how much of it is delivered. Written <c>before</c>, <c>header:j</c>, <c>afterHeader</c>,
/// <c>payload:j</c>, <c>middle</c>, <c>last</c> or <c>after</c>. The default value is <c>before</c>.
/// </summary>
[JsonConverter(typeof(FramePositionJson))]
public readonly record struct FramePosition
{
    /// <summary>What may be written, for error texts.</summary>
    internal const string Allowed =
        "before, header:j (j from 1 to 14), afterHeader, payload:j (j from 1), middle, last, after";

    private const int LongestHeader = 14;
    private const long LongestPayload = 999_999_999_999_999_999;

    private FramePosition(FramePositionKind kind, long bytes = 0) => (Kind, Bytes) = (kind, bytes);

    /// <summary>Which byte is meant.</summary>
    public FramePositionKind Kind { get; }

    /// <summary>
    /// Bytes of the header or payload that are delivered, the j of <c>header:j</c>; 0 for other kinds.
    /// </summary>
    public long Bytes { get; }

    /// <summary>Nothing of the frame.</summary>
    public static FramePosition Before { get; }

    /// <summary>The header.</summary>
    public static FramePosition AfterHeader { get; } = new(FramePositionKind.AfterHeader);

    /// <summary>The header and half of the payload, rounded down.</summary>
    public static FramePosition Middle { get; } = new(FramePositionKind.Middle);

    /// <summary>All but the last byte of the payload; a frame without payload is too short for it.</summary>
    public static FramePosition Last { get; } = new(FramePositionKind.Last);

    /// <summary>The whole frame.</summary>
    public static FramePosition After { get; } = new(FramePositionKind.After);

    /// <summary>True on a frame boundary, where a frame can be injected.</summary>
    public bool IsBoundary => Kind is FramePositionKind.Before or FramePositionKind.After;

    /// <summary>The first bytes of the header.</summary>
    /// <param name="bytes">How many, 1 to 14.</param>
    /// <returns>The position <c>header:bytes</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Outside 1 to 14.</exception>
    public static FramePosition Header(int bytes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bytes, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bytes, LongestHeader);
        return new FramePosition(FramePositionKind.Header, bytes);
    }

    /// <summary>The header and the first bytes of the payload.</summary>
    /// <param name="bytes">How many bytes of the payload, at least 1, at most 18 digits.</param>
    /// <returns>The position <c>payload:bytes</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Outside of that.</exception>
    public static FramePosition Payload(long bytes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bytes, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bytes, LongestPayload);
        return new FramePosition(FramePositionKind.Payload, bytes);
    }

    /// <summary>Reads the written form.</summary>
    /// <param name="text">Such as <c>payload:3</c>; case matters.</param>
    /// <returns>The position.</returns>
    /// <exception cref="FormatException">Not a position; the text says what is allowed.</exception>
    public static FramePosition Parse(string text) => TryParse(text, out var position)
        ? position
        : throw new FormatException($"'{text}' is not a position in a frame. Allowed: {Allowed}.");

    /// <summary>Reads the written form without throwing.</summary>
    /// <param name="text">Such as <c>payload:3</c>; case matters.</param>
    /// <param name="position">The position; <c>before</c> on failure.</param>
    /// <returns>True when the text is a position.</returns>
    public static bool TryParse(string? text, out FramePosition position)
    {
        var (found, ok) = text switch
        {
            "before" => (Before, true),
            "afterHeader" => (AfterHeader, true),
            "middle" => (Middle, true),
            "last" => (Last, true),
            "after" => (After, true),
            _ => Counted(text),
        };
        position = found;
        return ok;
    }

    /// <summary>Where the position lies in a frame, in bytes from its start.</summary>
    /// <param name="headerLength">Length of the frame's header in bytes.</param>
    /// <param name="payloadLength">Length of its payload in bytes.</param>
    /// <returns>How many bytes of the frame are delivered; null when the frame is too short for it.</returns>
    public long? OffsetIn(int headerLength, long payloadLength) => Kind switch
    {
        FramePositionKind.Before => 0,
        FramePositionKind.Header => Bytes <= headerLength ? Bytes : null,
        FramePositionKind.AfterHeader => headerLength,
        FramePositionKind.Payload => Bytes <= payloadLength ? headerLength + Bytes : null,
        FramePositionKind.Middle => headerLength + (payloadLength / 2),
        FramePositionKind.Last => payloadLength > 0 ? headerLength + payloadLength - 1 : null,
        FramePositionKind.After => headerLength + payloadLength,
        _ => throw new UnreachableException(),
    };

    /// <summary>The written form.</summary>
    /// <returns>Text that <see cref="Parse"/> reads back.</returns>
    public override string ToString() => Kind switch
    {
        FramePositionKind.Before => "before",
        FramePositionKind.Header => string.Create(CultureInfo.InvariantCulture, $"header:{Bytes}"),
        FramePositionKind.AfterHeader => "afterHeader",
        FramePositionKind.Payload => string.Create(CultureInfo.InvariantCulture, $"payload:{Bytes}"),
        FramePositionKind.Middle => "middle",
        FramePositionKind.Last => "last",
        FramePositionKind.After => "after",
        _ => throw new UnreachableException(),
    };

    private static (FramePosition Position, bool Ok) Counted(string? text)
    {
        var colon = text?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        if (colon < 0
            || !long.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var bytes)
            || bytes is < 1 or > LongestPayload || text![colon + 1] == '0')
        {
            return (Before, false);
        }

        return text.AsSpan(0, colon) switch
        {
            "header" when bytes <= LongestHeader => (new(FramePositionKind.Header, bytes), true),
            "payload" => (new(FramePositionKind.Payload, bytes), true),
            _ => (Before, false),
        };
    }
}
