using Rejoin.Protocol;

namespace Rejoin.Server.Sabotage;

/// <summary>A store with something in front of its appends, its attaches or its expiry; everything else
/// passes.</summary>
/// <remarks>What stands in front must call the store before its first await: the order of the calls is the order of the
/// log.</remarks>
internal sealed class AlteredStore(
    ISessionStore inner,
    Func<AppendCommand, Func<AppendCommand, Task<AppendResult>>, Task<AppendResult>>? append = null) : ISessionStore
{
    /// <summary>Change of where a connection comes from.</summary>
    public Func<ClientPlace?, ClientPlace?> Place { get; init; } = static place => place;

    /// <summary>Change of the moment before which detached sessions are ended.</summary>
    public Func<DateTimeOffset, DateTimeOffset> DetachedBefore { get; init; } = static moment => moment;

    public StoreCounters Counters => inner.Counters;

    public Task<AppendResult> AppendAsync(AppendCommand command) =>
        append is null ? inner.AppendAsync(command) : append(command, inner.AppendAsync);

    public Task<SessionRecord?> OpenAsync(OpenCommand command) =>
        inner.OpenAsync(command with { Place = Place(command.Place) });

    public Task<AttachRecord> AttachAsync(AttachCommand command) =>
        inner.AttachAsync(command with { Place = Place(command.Place) });

    public Task DetachAsync(string session, long generation, DateTimeOffset since) =>
        inner.DetachAsync(session, generation, since);

    public Task<bool> EndAsync(EndCommand command) => inner.EndAsync(command);

    public Task<IReadOnlyList<string>> ExpireAsync(DateTimeOffset detachedBefore, DateTimeOffset endedBefore) =>
        inner.ExpireAsync(DetachedBefore(detachedBefore), endedBefore);

    public Task<StoredSession?> LoadAsync(string session) => inner.LoadAsync(session);

    public Task<IReadOnlyList<string>> FindInterruptedAsync() => inner.FindInterruptedAsync();

    public Task<IReadOnlyList<StoredEvent>> ReadEventsAsync(string session, long after, long upTo, int count) =>
        inner.ReadEventsAsync(session, after, upTo, count);

    public Task TrimAsync(TrimCommand command) => inner.TrimAsync(command);

    public Task<bool> ApplyEffectAsync(string session, TurnFence fence, EffectApplication effect) =>
        inner.ApplyEffectAsync(session, fence, effect);

    public Task<IReadOnlyList<Effect>> ReadEffectsAsync(string? session) => inner.ReadEffectsAsync(session);

    public Task<IReadOnlyList<AuditEntry>> ReadAuditAsync(string session) => inner.ReadAuditAsync(session);

    public Task StampAliveAsync() => inner.StampAliveAsync();

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
