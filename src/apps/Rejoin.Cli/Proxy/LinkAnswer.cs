namespace Rejoin.Cli;

/// <summary>A link, as the API tells it.</summary>
/// <param name="Id">Number of the link.</param>
/// <param name="Url">Address for the client.</param>
/// <param name="Upstream">Host and port of the service; its path and query are left out.</param>
internal sealed record LinkAnswer(string Id, Uri Url, string Upstream)
{
    /// <summary>The answer for a link; a query may hold secrets and is left out.</summary>
    public static LinkAnswer Of(ProxyLink link) =>
        new(link.Id, new Uri(link.Url.GetLeftPart(UriPartial.Path)), link.Upstream.Authority);
}
