namespace Rejoin.Server;

/// <summary>The right of a connection: its generation must be the session's.</summary>
/// <param name="Generation">Generation of the connection's attach.</param>
public sealed record ClientFence(long Generation) : AppendFence;
