namespace Rejoin.Runner;

/// <summary>A data frame of an undisturbed connection.</summary>
/// <param name="Direction">"c2s" or "s2c".</param>
/// <param name="Frame">Ordinal in its direction, 1-based.</param>
/// <param name="HeaderBytes">Length of the header.</param>
/// <param name="PayloadBytes">Length of the payload.</param>
public sealed record SweepFrame(string Direction, int Frame, int HeaderBytes, long PayloadBytes);
