using System.Globalization;
using System.Text;

namespace Rejoin.Faults.Links.Http;

/// <summary>
/// The head of a request or response: its first line and headers, kept as they came, byte for byte (Latin-1).
/// Source: RFC 9112 §2 to §6.
/// </summary>
internal sealed class HttpHead
{
    private HttpHead(string[] startLine, IReadOnlyList<HttpHeader> headers) => (Start, Headers) = (startLine, headers);

    /// <summary>The three parts of the first line.</summary>
    public string[] Start { get; }

    /// <summary>The headers in order.</summary>
    public IReadOnlyList<HttpHeader> Headers { get; }

    /// <summary>Method of a request.</summary>
    public string Method => Start[0];

    /// <summary>Path of a request without its query, which may carry secrets.</summary>
    public string Path => Start[1].Split('?', 2)[0];

    /// <summary>Status of a response.</summary>
    public int Status => int.Parse(Start[1], NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>True when the sender ends the connection after this message.</summary>
    public bool Closes => HasToken("Connection", "close")
        || ((Start[0] == "HTTP/1.0" || Start[2] == "HTTP/1.0") && !HasToken("Connection", "keep-alive"));

    /// <summary>True for a request that asks for a WebSocket. Source: RFC 6455 §4.1.</summary>
    public bool AsksForWebSocket => Method == "GET" && HasToken("Upgrade", "websocket");

    /// <summary>Reads a head with its empty line; null when it is malformed.</summary>
    public static HttpHead? Parse(ReadOnlySpan<byte> bytes, bool response)
    {
        var lines = Encoding.Latin1.GetString(bytes).Split("\r\n");
        var start = lines[0].Split(' ', 3);
        if (start.Length == 2 && response)
        {
            start = [.. start, ""]; // a response may have no reason phrase
        }

        var version = response ? start[0] : start[^1];
        if (start.Length != 3 || !version.StartsWith("HTTP/1.", StringComparison.Ordinal)
            || (response && !IsStatus(start[1])))
        {
            return null;
        }

        var headers = new List<HttpHeader>();
        foreach (var line in lines.Skip(1).TakeWhile(l => l.Length > 0))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0 || line[0] is ' ' or '\t' || line.Contains('\n', StringComparison.Ordinal))
            {
                return null;
            }

            headers.Add(new HttpHeader(line[..colon], line[(colon + 1)..].Trim(' ', '\t'), line));
        }

        return new HttpHead(start, headers);
    }

    /// <summary>The head with other headers.</summary>
    public HttpHead With(IReadOnlyList<HttpHeader> headers) => new(Start, headers);

    /// <summary>The bytes with the empty line.</summary>
    public byte[] ToBytes() => Encoding.Latin1.GetBytes(string.Concat(
        Headers.Select(h => h.Line + "\r\n").Prepend(string.Join(' ', Start) + "\r\n").Append("\r\n")));

    /// <summary>Value of the first header of a name; null for none.</summary>
    public string? Value(string name) => Headers.FirstOrDefault(h => h.Is(name))?.Value;

    /// <summary>Tells whether a comma-separated header has a token.</summary>
    public bool HasToken(string name, string token) => Headers
        .Where(h => h.Is(name))
        .SelectMany(h => h.Value.Split(',', StringSplitOptions.TrimEntries))
        .Contains(token, StringComparer.OrdinalIgnoreCase);

    private static bool IsStatus(string text) =>
        text.Length == 3 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);
}
