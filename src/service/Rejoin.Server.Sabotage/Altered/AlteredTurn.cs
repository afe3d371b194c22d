using Rejoin.Protocol;

namespace Rejoin.Server.Sabotage;

/// <summary>A turn with other messages to reply to, or with other events than the agent appends.</summary>
internal sealed class AlteredTurn(ITurn inner) : ITurn
{
    /// <summary>Messages in place of the turn's own; null = its own.</summary>
    public IReadOnlyList<HistoryMessage>? OtherMessages { get; init; }

    /// <summary>Change of every event but the last of the turn.</summary>
    public Func<EventData, EventData> Change { get; init; } = static data => data;

    public string Session => inner.Session;

    public string Principal => inner.Principal;

    public string Id => inner.Id;

    public TurnKind Kind => inner.Kind;

    public int Attempt => inner.Attempt;

    public IReadOnlyList<HistoryMessage> Messages => OtherMessages ?? inner.Messages;

    public WorkflowProgress? Progress => inner.Progress;

    public Task AppendAsync(EventData data, CancellationToken cancellationToken) =>
        inner.AppendAsync(Change(data), cancellationToken);

    public Task FinishAsync(EventData data, CancellationToken cancellationToken) =>
        inner.FinishAsync(data, cancellationToken);

    public Task ApplyEffectAsync(EffectApplication effect, CancellationToken cancellationToken) =>
        inner.ApplyEffectAsync(effect, cancellationToken);
}
