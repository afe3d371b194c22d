using System.Net;

namespace Rejoin.Faults.Links;

/// <summary>Where a connection seems to come from, as the service sees it.</summary>
public sealed record ConnectionSource
{
    private static readonly HashSet<string> Kept = new(StringComparer.OrdinalIgnoreCase)
    {
        "Host", "Connection", "Upgrade", "Content-Length", "Transfer-Encoding",
        "Sec-WebSocket-Key", "Sec-WebSocket-Version", "Sec-WebSocket-Extensions",
    };

    /// <summary>
    /// Local address of the socket towards the service, such as 127.0.0.7. Null: the system chooses. Must be an address
    /// of this machine and of the service's address family.
    /// </summary>
    public IPAddress? Address { get; init; }

    /// <summary>
    /// Request headers by name: they replace those of the client or are added. Default none. Headers on which framing
    /// and upgrade rest (<c>Host</c>, <c>Connection</c>, <c>Content-Length</c> …) cannot be replaced.
    /// </summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>The address and the names of the headers; values may be secret and are left out.</summary>
    /// <returns>Text for reports.</returns>
    public override string ToString() =>
        $"{Address?.ToString() ?? "any address"} [{string.Join(", ", Headers.Keys)}]";

    /// <summary>Everything that is wrong with the headers.</summary>
    internal IEnumerable<string> Errors()
    {
        foreach (var (name, value) in Headers)
        {
            if (Kept.Contains(name))
            {
                yield return $"header '{name}' cannot be replaced: framing and upgrade rest on it";
            }

            if (name.Length == 0 || name.AsSpan().ContainsAny(" \t\r\n:") || value.AsSpan().ContainsAny("\r\n\0"))
            {
                yield return $"header '{name}' has a name or value with characters that would break the request";
            }
        }
    }
}
