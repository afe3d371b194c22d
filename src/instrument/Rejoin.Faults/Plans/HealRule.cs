namespace Rejoin.Faults.Plans;

/// <summary>
/// When a black hole or a half-open connection ends. A black hole that heals lets everything go on, in order. On a
/// half-open connection the silent end gets an RST: its peer is back and knows nothing of the connection.
/// </summary>
/// <param name="AfterMs">Time from the moment at which the fault acted, in ms, 1 to 3 600 000.</param>
public sealed record HealRule(int AfterMs);
