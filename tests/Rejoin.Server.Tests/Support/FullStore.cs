using Rejoin.Protocol;

namespace Rejoin.Server.Tests;

/// <summary>A store whose queue has no room for a client's appends.</summary>
internal sealed class FullStore(ISessionStore inner) : ISessionStore
{
    public StoreCounters Counters => inner.Counters;

    public Task<AppendResult> AppendAsync(AppendCommand command) => command.Fence is ClientFence
        ? Task.FromException<AppendResult>(new StoreUnavailableException("full"))
        : inner.AppendAsync(command);

    public Task<SessionRecord?> OpenAsync(OpenCommand command) => inner.OpenAsync(command);

    public Task<AttachRecord> AttachAsync(AttachCommand command) => inner.AttachAsync(command);

    public Task DetachAsync(string session, long generation, DateTimeOffset since) =>
        inner.DetachAsync(session, generation, since);

    public Task<bool> EndAsync(EndCommand command) => inner.EndAsync(command);

    public Task<IReadOnlyList<string>> ExpireAsync(DateTimeOffset detachedBefore, DateTimeOffset endedBefore) =>
        inner.ExpireAsync(detachedBefore, endedBefore);

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
