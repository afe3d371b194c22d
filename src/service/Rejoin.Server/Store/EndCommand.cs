using Rejoin.Protocol;

namespace Rejoin.Server;

/// <summary>The end of a session.</summary>
/// <param name="Session">Session id.</param>
/// <param name="Reason">Reason that the tombstone tells the owner.</param>
/// <param name="Generation">Generation that ends it; null = not fenced.</param>
public sealed record EndCommand(string Session, ResetReason Reason, long? Generation = null);
