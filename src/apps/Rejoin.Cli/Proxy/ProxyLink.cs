using System.Net;
using Rejoin.Faults.Links;
using Rejoin.Faults.Plans;

namespace Rejoin.Cli;

/// <summary>One link of a proxy; a new plan begins it anew at the same address. Thread-safe.</summary>
internal sealed class ProxyLink : IAsyncDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);
    private volatile Link link;

    private ProxyLink(string id, Uri upstream, Link link)
    {
        Id = id;
        Upstream = upstream;
        this.link = link;
    }

    /// <summary>Number of the link on its proxy.</summary>
    public string Id { get; }

    /// <summary>Service behind it.</summary>
    public Uri Upstream { get; }

    /// <summary>Address for the client.</summary>
    public Uri Url => link.ClientUri;

    /// <summary>The link as it is now.</summary>
    public Link Current => link;

    public static async Task<ProxyLink> StartAsync(string id, IPEndPoint listen, Uri upstream, FaultPlan plan) =>
        new(id, upstream, await Link.StartAsync(new LinkOptions
        {
            Listen = listen,
            Upstream = upstream,
            Plan = plan,
        }));

    /// <summary>Closes its connections and begins with a new plan; ordinals start again at 1.</summary>
    public async Task ReplaceAsync(FaultPlan plan)
    {
        await turn.WaitAsync();
        try
        {
            var listen = new IPEndPoint(IPAddress.Parse(link.ClientUri.Host.Trim('[', ']')), link.ClientUri.Port);
            await link.DisposeAsync();
            link = await Link.StartAsync(new LinkOptions { Listen = listen, Upstream = Upstream, Plan = plan });
        }
        finally
        {
            turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await turn.WaitAsync();
        await link.DisposeAsync();
        turn.Dispose();
    }
}
