using Rejoin.Checks;

namespace Rejoin.Runner;

/// <summary>What a target offers beside its WebSocket endpoint: its clock, its counts, its audit log.</summary>
public interface ITargetControl
{
    /// <summary>Moves the clock of the whole service process forward.</summary>
    /// <param name="by">Time; whole milliseconds count.</param>
    /// <param name="cancellation">Gives up.</param>
    Task AdvanceAsync(TimeSpan by, CancellationToken cancellation);

    /// <summary>Sessions that have a connection now, as the service sees it.</summary>
    Task<int> AttachedSessionsAsync(CancellationToken cancellation);

    /// <summary>Connections that the service holds now.</summary>
    Task<int> ConnectionsAsync(CancellationToken cancellation);

    /// <summary>Counts of the service process, after a forced collection.</summary>
    Task<CountersView> CountAsync(CancellationToken cancellation);

    /// <summary>Entries of the audit log about one session, in order.</summary>
    /// <param name="serviceSession">Session id as the service names it.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<IReadOnlyList<AuditEntry>> AuditAsync(string serviceSession, CancellationToken cancellation);
}
