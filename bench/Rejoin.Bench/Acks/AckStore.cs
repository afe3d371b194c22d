using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Rejoin.Protocol;
using Rejoin.Server;

namespace Rejoin.Bench;

/// <summary>The reference server's store with one session per writer, who waits for each ack.</summary>
internal sealed class AckStore(RunningServer server, ISessionStore store, BenchFolder folder) : IAsyncDisposable
{
    private readonly List<SessionRecord> sessions = [];
    private int operations;

    /// <summary>A server on a folder of its own, with its sessions open.</summary>
    public static async Task<AckStore> StartAsync(bool groupCommit, int writers)
    {
        var folder = new BenchFolder();
        ISessionStore? store = null;
        var options = new ServerOptions { DataFolder = folder.Path, Dev = true, GroupCommit = groupCommit };
        var server = await RejoinServer.StartAsync(options, new ServerSeams { Store = part => store = part });
        var acks = new AckStore(server, store!, folder);
        for (var i = 0; i < writers; i++)
        {
            acks.sessions.Add((await store!.OpenAsync(new($"s_{i}", "bench", "e1", writers)))!);
        }

        return acks;
    }

    /// <summary>Durable acks per second.</summary>
    public async Task<double> MeasureAsync(TimeSpan time)
    {
        var clock = Stopwatch.StartNew();
        var counts = await Task.WhenAll(sessions.Select(session => Task.Run(() => WriteAsync(session, clock, time))));
        return counts.Sum() / clock.Elapsed.TotalSeconds;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        folder.Dispose();
    }

    private async Task<long> WriteAsync(SessionRecord session, Stopwatch clock, TimeSpan time)
    {
        var count = 0L;
        while (clock.Elapsed < time)
        {
            var id = $"o{Interlocked.Increment(ref operations)}";
            var result = await store.AppendAsync(new AppendCommand
            {
                Session = session.Id,
                Events = [new UserMessage { Id = id, Text = "a message of an ordinary length, as people write them" }],
                Fence = new ClientFence(session.Generation),
                Operation = new OperationKey(id, SHA256.HashData(Encoding.UTF8.GetBytes(id))),
            });
            if (result.Status != AppendStatus.Applied)
            {
                throw new InvalidOperationException($"The store answered {result.Status} to a new operation.");
            }

            count++;
        }

        return count;
    }
}
