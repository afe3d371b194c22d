using Rejoin.Protocol;

namespace Rejoin.Server.Sabotage;

/// <summary>A turn with other messages to reply to, or with other events or effects than the agent
/// makes.</summary>
internal sealed class AlteredTurn(ITurn inner) : ITurn
{
    /// <summary>Messages in place of the turn's own; null = its own.</summary>
    public IReadOnlyList<HistoryMessage>? OtherMessages { get; init; }

    /// <summary>Change of every event but the last of the turn.</summary>
    public Func<EventData, EventData> Change { get; init; } = static data => data;

    /// <summary>Events that are appended again after one that is not the last of the turn.</summary>
    public Func<EventData, IEnumerable<EventData>> Again { get; init; } = static _ => [];

    /// <summary>Effects that are applied in place of one.</summary>
    public Func<EffectApplication, IEnumerable<EffectApplication>> Effects { get; init; } = static effect => [effect];

    public string Session => inner.Session;

    public string Principal => inner.Principal;

    public string Id => inner.Id;

    public TurnKind Kind => inner.Kind;

    public int Attempt => inner.Attempt;

    public IReadOnlyList<HistoryMessage> Messages => OtherMessages ?? inner.Messages;

    public WorkflowProgress? Progress => inner.Progress;

    public async Task AppendAsync(EventData data, CancellationToken cancellationToken)
    {
        await inner.AppendAsync(Change(data), cancellationToken).ConfigureAwait(false);
        foreach (var more in Again(data))
        {
            await inner.AppendAsync(more, cancellationToken).ConfigureAwait(false);
        }
    }

    public Task FinishAsync(EventData data, CancellationToken cancellationToken) =>
        inner.FinishAsync(data, cancellationToken);

    public async Task ApplyEffectAsync(EffectApplication effect, CancellationToken cancellationToken)
    {
        foreach (var each in Effects(effect))
        {
            await inner.ApplyEffectAsync(each, cancellationToken).ConfigureAwait(false);
        }
    }
}
