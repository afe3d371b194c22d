using Rejoin.Protocol;

namespace Rejoin.Server;

/// <summary>A snapshot to store and old events to remove.</summary>
/// <param name="Session">Session id.</param>
/// <param name="UpTo">Offset of the newest event to remove; never above the snapshot's.</param>
/// <param name="Snapshot">Fold of the log.</param>
/// <param name="Workflows">Notes on the workflows of the snapshot.</param>
public sealed record TrimCommand(
    string Session, long UpTo, Snapshot Snapshot, IReadOnlyList<WorkflowNote> Workflows);
