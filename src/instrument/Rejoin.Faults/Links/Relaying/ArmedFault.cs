using Rejoin.Faults.Plans;

namespace Rejoin.Faults.Links.Relaying;

/// <summary>A fault of the plan on one link, with what has become of it. Guarded by the lock of its ledger.</summary>
internal sealed class ArmedFault(Fault fault)
{
    /// <summary>The fault as planned.</summary>
    public Fault Fault { get; } = fault;

    /// <summary>The record; null as long as nothing is known.</summary>
    public Injection? Record { get; set; }

    /// <summary>A record for a fault whose point was not reached.</summary>
    public Injection NotFired(string reason) => new()
    {
        FaultId = Fault.Id,
        At = Fault.At,
        Do = Fault.Do,
        Outcome = InjectionOutcome.NotFired,
        Reason = reason,
    };
}
