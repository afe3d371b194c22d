namespace Rejoin.Runner;

/// <summary>A point at which a conversation was played more than once, because its fault had not come up.</summary>
/// <param name="Trial">The last trial: what the point's cell is about.</param>
/// <param name="Point">Point in words.</param>
/// <param name="Tries">Trials, the last included.</param>
/// <param name="Reason">Why the fault did not come up the first time.</param>
public sealed record SweepRetry(int Trial, string Point, int Tries, string Reason);
