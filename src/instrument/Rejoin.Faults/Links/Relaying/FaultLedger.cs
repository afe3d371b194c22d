using Rejoin.Faults.Plans;

namespace Rejoin.Faults.Links.Relaying;

/// <summary>What has become of each fault of the plan. Thread-safe.</summary>
internal sealed class FaultLedger(FaultPlan plan)
{
    private readonly Lock _lock = new();
    private readonly ArmedFault[] _faults = [.. plan.Faults.Select(f => new ArmedFault(f))];
    private bool _complete;

    /// <summary>The records so far, in the order of the plan.</summary>
    public IReadOnlyList<Injection> Snapshot()
    {
        lock (_lock)
        {
            return [.. _faults.Select(f => f.Record).OfType<Injection>()];
        }
    }

    /// <summary>The faults that wait for one direction of one connection, in the order of the plan.</summary>
    public List<ArmedFault> For(int connection, Direction direction) =>
        [.. _faults.Where(f => f.Fault.At.Connection == connection && f.Fault.At.Direction == direction)];

    /// <summary>Claims a fault; false when the link is complete or the fault is settled already.</summary>
    public bool TryFire(ArmedFault fault, Injection record)
    {
        lock (_lock)
        {
            if (_complete || fault.Record is not null)
            {
                return false;
            }

            fault.Record = record;
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

    /// <summary>Says that a fault cannot fire any more, and why. The first reason stands.</summary>
    public void Miss(ArmedFault fault, string reason)
    {
        lock (_lock)
        {
            fault.Record ??= fault.NotFired(reason);
        }
    }

    /// <summary>Disarms what is left and says of each why it did not fire.</summary>
    public void Complete(Func<CutPoint, string> why)
    {
        lock (_lock)
        {
            _complete = true;
            foreach (var fault in _faults)
            {
                fault.Record ??= fault.NotFired(why(fault.Fault.At));
            }
        }
    }
}
