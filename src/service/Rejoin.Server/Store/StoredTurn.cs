namespace Rejoin.Server;

/// <summary>One unfinished turn.</summary>
/// <param name="Id">Turn id.</param>
/// <param name="Kind">What is to be done.</param>
/// <param name="Attempt">Attempt to make now, 1-based.</param>
public sealed record StoredTurn(string Id, TurnKind Kind, int Attempt);
