using System.Globalization;

namespace Rejoin.Faults.Links.Http;

/// <summary>Finds the end of a body in the bytes that follow a head. Source: RFC 9112 §6.3.</summary>
internal struct BodyScanner
{
    private ChunkScanner _chunks;
    private long _left;
    private bool _chunked;

    /// <summary>True when the body ends with the connection.</summary>
    public bool UntilClose { get; private set; }

    /// <summary>True when the body is complete.</summary>
    public readonly bool IsDone => !UntilClose && (_chunked ? _chunks.IsDone : _left == 0);

    /// <summary>True when the framing is malformed.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>The body of a request.</summary>
    public static BodyScanner OfRequest(HttpHead head) => Of(head, untilClose: false);

    /// <summary>The body of a response to a request.</summary>
    public static BodyScanner OfResponse(HttpHead head, string method) =>
        method == "HEAD" || head.Status is 204 or 304 or (>= 100 and < 200) ? default : Of(head, untilClose: true);

    /// <summary>Takes bytes of the body.</summary>
    /// <returns>How many belong to it.</returns>
    public int Take(ReadOnlySpan<byte> bytes)
    {
        if (UntilClose)
        {
            return bytes.Length;
        }

        if (_chunked)
        {
            var used = _chunks.Take(bytes);
            IsBroken = _chunks.IsBroken;
            return used;
        }

        var taken = (int)Math.Min(_left, bytes.Length);
        _left -= taken;
        return taken;
    }

    private static BodyScanner Of(HttpHead head, bool untilClose)
    {
        if (head.HasToken("Transfer-Encoding", "chunked"))
        {
            return new BodyScanner { _chunked = true };
        }

        if (head.Value("Content-Length") is not { } text)
        {
            return new BodyScanner { UntilClose = untilClose };
        }

        var known = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var length);
        return new BodyScanner { _left = length, IsBroken = !known };
    }
}
