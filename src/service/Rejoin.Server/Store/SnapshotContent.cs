using Rejoin.Protocol;

namespace Rejoin.Server;

/// <summary>A stored snapshot with what the message of that name does not carry.</summary>
internal sealed record SnapshotContent(Snapshot Snapshot, IReadOnlyList<WorkflowNote> Workflows);
