namespace Rejoin.Server;

/// <summary>Who a connection belongs to.</summary>
/// <param name="Ordinal">Ordinal of the connection in this process, 1-based.</param>
/// <param name="Session">Session that it is attached to.</param>
/// <param name="Principal">Owner of the session.</param>
/// <param name="Generation">Generation of its attach.</param>
public sealed record ConnectionInfo(long Ordinal, string Session, string Principal, long Generation);
