namespace Rejoin.Server;

/// <summary>The right of a turn: unfinished, this attempt, owned by the process that is the store's current
/// incarnation.</summary>
/// <param name="Turn">Turn id.</param>
/// <param name="Attempt">Attempt, 1-based.</param>
public sealed record TurnFence(string Turn, int Attempt) : AppendFence;
