using System.Net;

namespace Rejoin.Runner;

/// <summary>Where a client connects from: another place has another address, user agent and location.</summary>
/// <param name="Label">Label in histories.</param>
/// <param name="Address">Source address, where the service is on this machine; told in a header anyway.</param>
/// <param name="UserAgent">User agent.</param>
/// <param name="Country">Country, as a front server tells it.</param>
internal sealed record Place(string Label, IPAddress Address, string UserAgent, string Country)
{
    /// <summary>Source address of connections to a service; null = the system's choice, because only a service on IPv4
    /// loopback can be reached from these.</summary>
    public IPAddress? SourceTowards(Uri service) => service.IsLoopback && service.HostNameType != UriHostNameType.IPv6
        && !string.Equals(service.Host, "localhost", StringComparison.OrdinalIgnoreCase)
        ? Address
        : null;

    /// <summary>Request headers that a front server or the client itself would send from there.</summary>
    public IReadOnlyDictionary<string, string> Headers => new Dictionary<string, string>
    {
        ["User-Agent"] = UserAgent,
        ["CF-IPCountry"] = Country,
        ["X-Forwarded-For"] = Address.ToString(),
    };
}
