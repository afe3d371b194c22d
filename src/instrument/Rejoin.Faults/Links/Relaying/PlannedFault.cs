using System.Globalization;
using Rejoin.Faults.Plans;

namespace Rejoin.Faults.Links.Relaying;

/// <summary>A fault of the plan with what has become of it on one link. Guarded by the lock of its ledger.</summary>
internal sealed class PlannedFault(Fault fault)
{
    private const int ListedNotes = 3;
    private readonly List<string> _notes = [];

    /// <summary>The fault as planned.</summary>
    public Fault Fault { get; } = fault;

    /// <summary>The occurrences that have a record, in order.</summary>
    public List<ArmedFault> Occurrences { get; } = [];

    /// <summary>False when a fault that happens once is settled.</summary>
    public bool MayFire => Fault.Repeat == FaultRepeat.Always || Occurrences.Count == 0;

    /// <summary>Why it did not fire where it might have; null when nothing is known.</summary>
    public string? Why => _notes.Count == 0 ? null : string.Join("; ", _notes);

    /// <summary>True when a connection of an ordinal is disturbed.</summary>
    public bool IsFor(int connection) => Fault.Repeat == FaultRepeat.Always
        ? connection >= Fault.At.Connection
        : connection == Fault.At.Connection;

    /// <summary>Keeps why it did not fire on a connection; the first few are kept.</summary>
    public void Note(int connection, string reason)
    {
        if (_notes.Count < ListedNotes)
        {
            _notes.Add(string.Create(CultureInfo.InvariantCulture, $"connection {connection}: {reason}"));
        }
    }
}
