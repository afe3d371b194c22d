using Rejoin.Protocol;

namespace Rejoin.Server;

/// <summary>The durable state of all sessions.</summary>
/// <remarks>A write's task completes after its commit, never before; writes take effect in the order in which they
/// are called. A write that throws <see cref="StoreUnavailableException"/> was rolled back. Fencing and idempotency
/// are decided inside the transaction. Source: protocol.md §5, §6, §9.</remarks>
public interface ISessionStore : IAsyncDisposable
{
    /// <summary>Opens a new session with generation 1; null if the principal holds as many as it may.</summary>
    Task<SessionRecord?> OpenAsync(OpenCommand command);

    /// <summary>Raises the generation of a session if it exists and belongs to the principal.</summary>
    Task<AttachRecord> AttachAsync(AttachCommand command);

    /// <summary>Records since when a generation has no connection; no effect if a newer one attached.</summary>
    Task DetachAsync(string session, long generation, DateTimeOffset since);

    /// <summary>Appends events and what goes with them in one transaction.</summary>
    Task<AppendResult> AppendAsync(AppendCommand command);

    /// <summary>Ends a session: its content goes, a tombstone stays. False if it was fenced or gone.</summary>
    Task<bool> EndAsync(EndCommand command);

    /// <summary>Ends every session that was detached before a moment; returns their ids. Tombstones past their time
    /// go as well.</summary>
    Task<IReadOnlyList<string>> ExpireAsync(DateTimeOffset detachedBefore, DateTimeOffset endedBefore);

    /// <summary>Everything of one session, after its unfinished turns were taken over by this process; null if
    /// there is none.</summary>
    Task<StoredSession?> LoadAsync(string session);

    /// <summary>Sessions that hold unfinished turns of an earlier process.</summary>
    Task<IReadOnlyList<string>> FindInterruptedAsync();

    /// <summary>Events after one offset up to another, at most <paramref name="count"/>.</summary>
    Task<IReadOnlyList<StoredEvent>> ReadEventsAsync(string session, long after, long upTo, int count);

    /// <summary>Stores a snapshot and removes events up to an offset.</summary>
    Task TrimAsync(TrimCommand command);

    /// <summary>Applies an effect once per key; false if the turn's fence refused it.</summary>
    Task<bool> ApplyEffectAsync(string session, TurnFence fence, EffectApplication effect);

    /// <summary>Effects of one session in the order of their first application; null = of all.</summary>
    Task<IReadOnlyList<Effect>> ReadEffectsAsync(string? session);

    /// <summary>Audit of one session in the order of what happened, also after its end, for as long as tombstones are
    /// kept; empty if there is none.</summary>
    Task<IReadOnlyList<AuditEntry>> ReadAuditAsync(string session);

    /// <summary>Records that this process lives now.</summary>
    Task StampAliveAsync();

    /// <summary>Counts since the start of this process.</summary>
    StoreCounters Counters { get; }
}
