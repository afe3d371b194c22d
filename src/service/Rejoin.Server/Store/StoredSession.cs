using Rejoin.Protocol;

namespace Rejoin.Server;

/// <summary>Everything that a store holds of one session.</summary>
/// <param name="Record">Its row.</param>
/// <param name="Snapshot">Newest stored snapshot; null = none was needed yet.</param>
/// <param name="Workflows">Notes on the workflows of the snapshot.</param>
/// <param name="Events">Every retained event in order.</param>
/// <param name="Turns">Turns to go on with, in the order of their begin; owned by this process.</param>
public sealed record StoredSession(
    SessionRecord Record,
    Snapshot? Snapshot,
    IReadOnlyList<WorkflowNote> Workflows,
    IReadOnlyList<StoredEvent> Events,
    IReadOnlyList<StoredTurn> Turns);
