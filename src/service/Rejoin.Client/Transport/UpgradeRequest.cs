using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Rejoin.Protocol;

namespace Rejoin.Client;

/// <summary>The request of an upgrade.</summary>
/// <remarks>Source: RFC 6455 §4.1; protocol.md, "Hello".</remarks>
internal sealed class UpgradeRequest
{
    private const string AcceptGuid = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static readonly SearchValues<char> Unsafe = SearchValues.Create("\r\n\0");

    /// <summary>Headers that belong to the protocol and to nobody's extra headers.</summary>
    private static readonly string[] Reserved =
    [
        "Host", "Connection", "Upgrade", "Authorization", "Content-Length", "Transfer-Encoding", "Sec-WebSocket-Key",
        "Sec-WebSocket-Version", "Sec-WebSocket-Protocol", "Sec-WebSocket-Extensions", AttachHeader.Session,
        AttachHeader.Epoch, AttachHeader.Offset, AttachHeader.Snapshots,
    ];

    private readonly string key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));

    /// <summary>The header <c>Sec-WebSocket-Accept</c> that the right answer carries.</summary>
    public string ExpectedAccept
    {
        get
        {
#pragma warning disable CA5350 // RFC 6455 §4.2.2 prescribes SHA-1; it protects nothing here.
            return Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes(key + AcceptGuid)));
#pragma warning restore CA5350
        }
    }

    /// <summary>Whether a header name may be given as an extra header and its value is safe.</summary>
    public static bool IsExtra(string name, string value) =>
        name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
        && !Reserved.Contains(name, StringComparer.OrdinalIgnoreCase)
        && !value.AsSpan().ContainsAny(Unsafe) && Ascii.IsValid(value);

    /// <summary>The bytes to send.</summary>
    /// <param name="options">Settings.</param>
    /// <param name="token">Access token for the headers; null if the hello is said later.</param>
    /// <param name="cursor">Session to resume in the headers; null if none or if the hello is said later.</param>
    public byte[] ToBytes(RejoinSessionOptions options, string? token, SessionCursor? cursor)
    {
        var text = new StringBuilder(1024);
        text.Append(CultureInfo.InvariantCulture, $"GET {options.Uri.PathAndQuery} HTTP/1.1\r\n");
        Header(text, "Host", options.Uri.IsDefaultPort ? Host(options.Uri) : $"{Host(options.Uri)}:{options.Uri.Port}");
        Header(text, "Connection", "Upgrade");
        Header(text, "Upgrade", "websocket");
        Header(text, "Sec-WebSocket-Version", "13");
        Header(text, "Sec-WebSocket-Key", key);
        Header(text, "Sec-WebSocket-Protocol", RejoinProtocol.Subprotocol);
        if (token is not null)
        {
            Header(text, "Authorization", $"Bearer {token}");
            if (cursor is not null)
            {
                Header(text, AttachHeader.Session, cursor.Session);
                Header(text, AttachHeader.Epoch, cursor.Epoch);
                Header(text, AttachHeader.Offset, cursor.Offset.ToString(CultureInfo.InvariantCulture));
            }

            if (!options.TakesSnapshots)
            {
                Header(text, AttachHeader.Snapshots, "0");
            }
        }

        foreach (var (name, value) in options.RequestHeaders)
        {
            Header(text, name, value);
        }

        return Encoding.ASCII.GetBytes(text.Append("\r\n").ToString());
    }

    private static string Host(Uri uri) => uri.HostNameType == UriHostNameType.IPv6 ? $"[{uri.IdnHost}]" : uri.IdnHost;

    private static void Header(StringBuilder text, string name, string value) =>
        text.Append(name).Append(": ").Append(value).Append("\r\n");
}
