using Rejoin.Protocol;

namespace Rejoin.Server;

/// <summary>One attempt of one turn, on its session's log.</summary>
internal sealed class Turn(LiveSession session, StoredTurn stored, TimeProvider time) : ITurn
{
    private const int MessagesForModel = 50;
    private static readonly TimeSpan BusyDelay = TimeSpan.FromMilliseconds(50);

    public string Session => session.Id;

    public string Principal => session.Principal;

    public string Id => stored.Id;

    public TurnKind Kind => stored.Kind;

    public int Attempt => stored.Attempt;

    public IReadOnlyList<HistoryMessage> Messages =>
        Kind == TurnKind.Reply ? session.MessagesUpTo(Id, MessagesForModel) : [];

    public WorkflowProgress? Progress => session.Progress(Id);

    private TurnFence Fence => new(Id, Attempt);

    public Task AppendAsync(EventData data, CancellationToken cancellationToken) =>
        AppendAsync(new AppendCommand { Session = Session, Events = [data], Fence = Fence }, cancellationToken);

    public Task FinishAsync(EventData data, CancellationToken cancellationToken) => AppendAsync(
        new AppendCommand { Session = Session, Events = [data], Fence = Fence, Finish = Id }, cancellationToken);

    /// <summary>Voids this attempt: the next one starts over.</summary>
    public Task RetryAsync(CancellationToken cancellationToken) => AppendAsync(
        new AppendCommand
        {
            Session = Session,
            Events = [new TurnInterrupted { Turn = Id, Attempt = Attempt }],
            Fence = Fence,
            Retry = Id,
        },
        cancellationToken);

    public async Task ApplyEffectAsync(EffectApplication effect, CancellationToken cancellationToken)
    {
        var applied = await WhenFreeAsync(
            () => session.Services.Store.ApplyEffectAsync(Session, Fence, effect), cancellationToken)
            .ConfigureAwait(false);
        if (!applied)
        {
            throw new TurnLostException(Session, Id);
        }
    }

    private async Task AppendAsync(AppendCommand command, CancellationToken cancellationToken)
    {
        var result = await WhenFreeAsync(() => session.AppendAsync(command), cancellationToken).ConfigureAwait(false);
        if (result.Status != AppendStatus.Applied)
        {
            throw new TurnLostException(Session, Id);
        }
    }

    private async Task<T> WhenFreeAsync<T>(Func<Task<T>> write, CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                return await write().ConfigureAwait(false);
            }
            catch (StoreUnavailableException)
            {
                // Nobody waits for the agent, so it gives way to the clients.
                await Task.Delay(BusyDelay, time, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
