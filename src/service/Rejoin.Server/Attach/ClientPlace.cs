using System.Net;
using Microsoft.AspNetCore.Http;

namespace Rejoin.Server;

/// <summary>Where a connection comes from, as far as a server can tell: for the audit only, never for a
/// decision.</summary>
/// <remarks>Equal places are the same place. Each part is at most as long as its limit and holds nothing but visible
/// ASCII characters and spaces; anything else is written <c>?</c>. Source: limits.md, "Audit".</remarks>
public sealed record ClientPlace
{
    /// <summary>Largest user agent, in characters; the rest is left out.</summary>
    public const int AgentLength = 256;

    /// <summary>Largest location, in characters; the rest is left out.</summary>
    public const int LocationLength = 64;

    private static readonly string[] LocationHeaders = ["CF-IPCountry", "X-Geo-Location"];

    /// <summary>Address of the socket's peer: behind a proxy the proxy's; empty = not known. What
    /// <c>X-Forwarded-For</c> says is trusted for nothing.</summary>
    public string Address { get; init; } = string.Empty;

    /// <summary>Header <c>User-Agent</c>; empty = none.</summary>
    public string Agent { get; init; } = string.Empty;

    /// <summary>The first of the headers <c>CF-IPCountry</c> and <c>X-Geo-Location</c> that was sent; empty =
    /// none.</summary>
    public string Location { get; init; } = string.Empty;

    /// <summary>The name of the type: addresses are no business of logs and errors.</summary>
    public override string ToString() => nameof(ClientPlace);

    internal static ClientPlace Of(HttpContext http)
    {
        var headers = http.Request.Headers;
        var location = LocationHeaders.Select(name => headers[name].ToString()).FirstOrDefault(text => text != "");
        return new ClientPlace
        {
            Address = Text(http.Connection.RemoteIpAddress),
            Agent = Clean(headers.UserAgent.ToString(), AgentLength),
            Location = Clean(location ?? string.Empty, LocationLength),
        };
    }

    /// <summary>Fingerprint by which two places are compared.</summary>
    internal byte[] Fingerprint() => OperationContent.Hash(Address, Agent, Location);

    private static string Text(IPAddress? address) => address switch
    {
        null => string.Empty,
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        _ => address.ToString(),
    };

    private static string Clean(string text, int limit) => string.Create(
        Math.Min(text.Length, limit),
        text,
        static (clean, from) =>
        {
            for (var i = 0; i < clean.Length; i++)
            {
                clean[i] = from[i] is >= ' ' and <= '~' ? from[i] : '?';
            }
        });
}
