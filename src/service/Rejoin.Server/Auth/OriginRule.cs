using System.Net;
using Microsoft.AspNetCore.Http;

namespace Rejoin.Server;

/// <summary>The decision whether a browser's page may connect.</summary>
/// <remarks>Browsers send <c>Origin</c> with every WebSocket handshake and POST and let no page change it; others
/// need not send it. Source: RFC 6455 §10.2.</remarks>
internal static class OriginRule
{
    /// <summary>Whether a request may go on: it names no origin, a listed one, or its own loopback host.</summary>
    public static bool Allows(HttpRequest request, IReadOnlyList<string> allowed)
    {
        var origin = request.Headers.Origin.ToString();
        if (origin.Length == 0)
        {
            return !request.Headers.ContainsKey("Origin");
        }

        return allowed.Contains(origin, StringComparer.OrdinalIgnoreCase) || IsOwnLoopback(origin, request.Host.Value);
    }

    public static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.GetLeftPart(UriPartial.Authority) == text;

    private static bool IsOwnLoopback(string origin, string? host) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri)
        && (uri.Host == "localhost" || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var address)
            && IPAddress.IsLoopback(address)))
        && string.Equals(uri.Authority, host, StringComparison.OrdinalIgnoreCase);
}
