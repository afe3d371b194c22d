using Rejoin.Faults.Plans;

namespace Rejoin.Faults.Links.Relaying;

/// <summary>A fault that waits on one connection, with its record. Guarded by the lock of its ledger.</summary>
internal sealed class ArmedFault(PlannedFault planned, int connection)
{
    /// <summary>The fault and its other occurrences.</summary>
    public PlannedFault Planned => planned;

    /// <summary>The fault as planned.</summary>
    public Fault Fault => planned.Fault;

    /// <summary>The point on this connection.</summary>
    public CutPoint At { get; } = planned.Fault.At with { Connection = connection };

    /// <summary>The record; null as long as nothing is known.</summary>
    public Injection? Record { get; set; }

    /// <summary>A record of the moment at which its point is reached.</summary>
    public Injection Reached(long at, int attempt) => new()
    {
        FaultId = Fault.Id,
        At = At,
        Do = Fault.Do,
        Attempt = attempt,
        Outcome = InjectionOutcome.Fired,
        ReachedAt = at,
    };

    /// <summary>A record for a fault whose point was not reached.</summary>
    public Injection NotFired(string reason) => new()
    {
        FaultId = Fault.Id,
        At = At,
        Do = Fault.Do,
        Outcome = InjectionOutcome.NotFired,
        Reason = reason,
    };
}
