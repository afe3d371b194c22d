namespace Rejoin.Checks;

/// <summary>How a connection ended, as the client saw it.</summary>
/// <param name="Code">Close code of the peer's close frame; null if there was none.</param>
/// <param name="Reason">Reason of that frame; null or empty if there was none.</param>
/// <param name="By">"peer" (close frame), "self" (dropped or left by this client) or "lost" (no close frame).</param>
public sealed record ConnectionEnd(int? Code, string? Reason, string By);
