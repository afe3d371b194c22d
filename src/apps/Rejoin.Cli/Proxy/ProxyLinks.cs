using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Rejoin.Faults.Plans;

namespace Rejoin.Cli;

/// <summary>The links of one proxy. Thread-safe.</summary>
internal sealed class ProxyLinks : IAsyncDisposable
{
    /// <summary>Most links at a time.</summary>
    public const int Most = 1_000;

    private readonly ConcurrentDictionary<string, ProxyLink> links = new();
    private int last;

    /// <summary>The links in the order in which they began.</summary>
    public IReadOnlyList<ProxyLink> All =>
        [.. links.Values.OrderBy(link => int.Parse(link.Id, CultureInfo.InvariantCulture))];

    /// <summary>A link; null if there is none of that id.</summary>
    public ProxyLink? Find(string id) => links.GetValueOrDefault(id);

    /// <summary>Begins a link.</summary>
    public async Task<ProxyLink> AddAsync(IPEndPoint listen, Uri upstream, FaultPlan plan)
    {
        var id = Interlocked.Increment(ref last).ToString(CultureInfo.InvariantCulture);
        return links[id] = await ProxyLink.StartAsync(id, listen, upstream, plan);
    }

    /// <summary>Ends a link; false if there is none of that id.</summary>
    public async Task<bool> RemoveAsync(string id)
    {
        if (!links.TryRemove(id, out var link))
        {
            return false;
        }

        await link.DisposeAsync();
        return true;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var link in links.Values)
        {
            await link.DisposeAsync();
        }
    }
}
