using System.Net;

namespace Rejoin.Runner;

/// <summary>Where a client connects from: another place has another address, user agent and location.</summary>
internal sealed record Place(string Label, IPAddress Address, string UserAgent, string Country)
{
    /// <summary>Request headers that a front server or the client itself would send from there.</summary>
    public IReadOnlyDictionary<string, string> Headers => new Dictionary<string, string>
    {
        ["User-Agent"] = UserAgent,
        ["CF-IPCountry"] = Country,
        ["X-Forwarded-For"] = Address.ToString(),
    };
}
