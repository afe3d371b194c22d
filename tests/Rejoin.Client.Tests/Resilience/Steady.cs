using System.Collections.Concurrent;
using Rejoin.Client.Tests.Scripted;

namespace Rejoin.Client.Tests.Resilience;

/// <summary>A client that reconnects by itself against a scripted server, with short delays, its events read.</summary>
internal sealed class Steady : IAsyncDisposable
{
    private readonly ConcurrentQueue<SessionEvent> seen = new();
    private readonly ConcurrentQueue<ClientStatus> statuses = new();

    public Steady(Func<RejoinClientOptions, RejoinClientOptions>? change = null, bool read = true)
    {
        var options = new RejoinClientOptions
        {
            Session = new RejoinSessionOptions
            {
                Uri = Server.Uri,
                AccessToken = _ => ValueTask.FromResult($"token-{Interlocked.Increment(ref tokens)}"),
                CloseTimeout = TimeSpan.FromMilliseconds(50),
                Random = new Random(7),
            },
            FirstDelay = TimeSpan.FromMilliseconds(5),
            BaseDelay = TimeSpan.FromMilliseconds(2),
            MaxDelay = TimeSpan.FromMilliseconds(10),
            RestartSpread = TimeSpan.FromMilliseconds(5),
            StatusChanged = statuses.Enqueue,
        };
        Client = new RejoinClient(change?.Invoke(options) ?? options);
        Reading = read ? Task.Run(ReadAsync) : Task.CompletedTask;
    }

    private int tokens;

    public ScriptedServer Server { get; } = new();

    public ScriptedLog Log { get; } = new();

    public RejoinClient Client { get; }

    /// <summary>The reading of the events; ends with them.</summary>
    public Task Reading { get; }

    public IReadOnlyList<SessionEvent> Seen => [.. seen];

    public IReadOnlyList<ClientStatus> Statuses => [.. statuses];

    public IReadOnlyList<long> Offsets => [.. Seen.OfType<LogEvent>().Select(e => e.Event.Offset)];

    public async Task<ScriptedConnection> OpenAsync()
    {
        Client.Start();
        var connection = await Server.UpgradeAsync();
        await connection.SayAsync(Said.Opened(), Said.Replayed(0, Said.Zero));
        await Client.WaitUntilLiveAsync(Bounded.Token).Within();
        return connection;
    }

    public async Task<ScriptedConnection> ResumeAsync(long generation = 2)
    {
        var connection = await Server.UpgradeAsync();
        var from = long.Parse(connection.Header("Rejoin-Offset")!, null);
        await connection.SayAsync(Said.Resumed(from, Log.Head, generation));
        await connection.SayAsync(Log.After(from));
        await connection.SayAsync(Log.Replayed);
        return connection;
    }

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        await Reading.ContinueWith(_ => { }, TaskScheduler.Default);
        await Server.DisposeAsync();
    }

    private async Task ReadAsync()
    {
        await foreach (var next in Client.Events.WithCancellation(Bounded.Token))
        {
            seen.Enqueue(next);
        }
    }
}
