using System.Collections.Concurrent;
using Rejoin.Client;
using Rejoin.Protocol;

namespace Rejoin.Cli.Tests.Crashes;

/// <summary>One client under load: it always has operations in flight, and remembers which were acknowledged.</summary>
internal sealed class LoadClient : IAsyncDisposable
{
    private const int InFlight = 4;
    private const int MessagesPerWorkflow = 8;
    private readonly RejoinSession session;
    private readonly Action acknowledged;
    private readonly ConcurrentDictionary<string, byte> acked = new();
    private readonly ConcurrentDictionary<string, byte> workflows = new();
    private readonly string name;
    private int next;
    private int resent;

    public LoadClient(string name, string token, CrashingService service, Action acknowledged)
    {
        this.name = name;
        this.acknowledged = acknowledged;
        session = new RejoinSession(
            new RejoinSessionOptions
            {
                Uri = new Uri("ws://127.0.0.1:1/ws"),
                Dial = service.DialAsync,
                AccessToken = _ => ValueTask.FromResult(token),
                OperationTimeout = Timeout.InfiniteTimeSpan,
            },
            (_, _) => ValueTask.CompletedTask);
    }

    /// <summary>Ids of the messages that the service acknowledged.</summary>
    public ICollection<string> Acked => acked.Keys;

    /// <summary>Ids of the workflows whose start the service acknowledged.</summary>
    public ICollection<string> Workflows => workflows.Keys;

    /// <summary>Operations that were sent again after a crash, and then answered.</summary>
    public int Resent => resent;

    /// <summary>Comes to the service, the first time with a new session; what is unanswered is sent again.</summary>
    public async Task AttachAsync(CancellationToken cancellation)
    {
        var result = session.Cursor is null
            ? await session.ConnectAsync(cancellation)
            : await session.ResumeAsync(cancellation);
        Assert.True(result.Succeeded, result.Error?.ToString());
        Assert.True(result.Verdict is Opened or Resumed, $"{result.Verdict}");
    }

    /// <summary>Talks until told to stop; waits through every crash for the answers that are outstanding.</summary>
    public Task TalkAsync(CancellationToken stop) =>
        Task.WhenAll(Enumerable.Range(0, InFlight).Select(_ => LaneAsync(stop)));

    /// <summary>The messages that are there, in order.</summary>
    public async Task<IReadOnlyList<HistoryMessage>> HistoryAsync(CancellationToken cancellation) =>
        (await session.ReadHistoryAsync(cancellationToken: cancellation)).EnsureSucceeded().Answer!.History!;

    /// <summary>Turns that the agent still works on.</summary>
    public async Task<int> TurnsInFlightAsync(CancellationToken cancellation) =>
        (await session.ReadContextAsync(cancellationToken: cancellation)).EnsureSucceeded()
            .Answer!.Context!.TurnsInFlight.Count;

    /// <summary>The effects of the workflows' tools.</summary>
    public async Task<IReadOnlyList<Effect>> EffectsAsync(CancellationToken cancellation) =>
        (await session.ReadEffectsAsync(cancellationToken: cancellation)).EnsureSucceeded().Answer!.Effects!;

    public ValueTask DisposeAsync() => session.DisposeAsync();

    private async Task LaneAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var number = Interlocked.Increment(ref next);
            var id = $"{name}-{number}";
            var workflow = number % MessagesPerWorkflow == 0;
            var outcome = workflow
                ? await session.StartAsync("one-step", id: id, cancellationToken: CancellationToken.None)
                : await session.SayAsync($"message {number} of {name}", id, cancellationToken: CancellationToken.None);
            if (outcome.Succeeded)
            {
                Interlocked.Add(ref resent, outcome.TimesSent > 1 ? 1 : 0);
                (workflow ? workflows : acked).TryAdd(id, 0);
                acknowledged();
            }
            else
            {
                // Too many workflows at once is a definite no; nothing else is expected.
                Assert.Equal(RefusalCode.Limit, outcome.Error?.Refusal);
            }
        }
    }
}
