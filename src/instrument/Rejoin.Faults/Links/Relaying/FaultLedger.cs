using Rejoin.Faults.Plans;

namespace Rejoin.Faults.Links.Relaying;

/// <summary>What has become of each fault of the plan. Thread-safe.</summary>
internal sealed class FaultLedger
{
    private readonly Lock _lock = new();
    private readonly PlannedFault[] _faults;
    private readonly PlannedFault[] _inHandshakes;
    private bool _complete;

    public FaultLedger(FaultPlan plan)
    {
        _faults = [.. plan.Faults.Select(f => new PlannedFault(f))];
        _inHandshakes = [.. _faults.Where(f => f.Fault.At.Handshake is not null)];
    }

    /// <summary>
    /// The records so far, in the order of the plan, those of one fault in the order of its connections.
    /// </summary>
    public IReadOnlyList<Injection> Snapshot()
    {
        lock (_lock)
        {
            return [.. _faults.SelectMany(f => f.Occurrences).Select(o => o.Record!)];
        }
    }

    /// <summary>The faults that wait for one direction of one connection, in the order of the plan.</summary>
    public List<ArmedFault> For(int connection, Direction direction) =>
    [
        .. _faults.Where(f => f.Fault.At is { Handshake: null } at && at.Direction == direction && f.IsFor(connection))
            .Select(f => new ArmedFault(f, connection)),
    ];

    /// <summary>
    /// The faults that wait in one part of the handshake of one connection, in the order of the plan.
    /// </summary>
    public List<ArmedFault> InHandshake(int connection, Func<HandshakePosition, bool> part)
    {
        if (_inHandshakes.Length == 0)
        {
            return [];
        }

        lock (_lock)
        {
            return
            [
                .. _inHandshakes.Where(f => f.MayFire && f.IsFor(connection) && part(f.Fault.At.Handshake!.Value))
                    .Select(f => new ArmedFault(f, connection)),
            ];
        }
    }

    /// <summary>Claims a fault; false when the link is complete or the fault is settled already.</summary>
    public bool TryFire(ArmedFault fault, Injection record)
    {
        lock (_lock)
        {
            if (_complete || fault.Record is not null || !fault.Planned.MayFire)
            {
                return false;
            }

            fault.Record = record;
            fault.Planned.Occurrences.Add(fault);
            return true;
        }
    }

    /// <summary>Changes the record of a fault that was claimed.</summary>
    public Injection Amend(ArmedFault fault, Func<Injection, Injection> change)
    {
        lock (_lock)
        {
            return fault.Record = change(fault.Record!);
        }
    }

    /// <summary>
    /// Says that a fault did not fire on its connection, and why. A fault that happens once and stands in a frame is
    /// settled by it; others may still fire on another connection or attempt.
    /// </summary>
    public void Miss(ArmedFault fault, string reason)
    {
        lock (_lock)
        {
            if (fault.Record is not null || !fault.Planned.MayFire)
            {
                return;
            }

            if (fault.Fault is { Repeat: FaultRepeat.Once, At.Handshake: null })
            {
                fault.Record = fault.NotFired(reason);
                fault.Planned.Occurrences.Add(fault);
            }
            else
            {
                fault.Planned.Note(fault.At.Connection, reason);
            }
        }
    }

    /// <summary>Says why the faults of one part of a handshake did not fire on an attempt.</summary>
    public void Miss(int connection, Func<HandshakePosition, bool> part, string reason)
    {
        foreach (var fault in InHandshake(connection, part))
        {
            Miss(fault, reason);
        }
    }

    /// <summary>Disarms what is left and says of each why it did not fire.</summary>
    public void Complete(Func<Fault, string> why)
    {
        lock (_lock)
        {
            _complete = true;
            foreach (var planned in _faults.Where(f => f.Occurrences.Count == 0))
            {
                var fault = new ArmedFault(planned, planned.Fault.At.Connection);
                fault.Record = fault.NotFired(planned.Why ?? why(planned.Fault));
                planned.Occurrences.Add(fault);
            }
        }
    }
}
