namespace Rejoin.Runner;

/// <summary>A point whose fault did not happen as labelled.</summary>
/// <param name="Trial">Trial.</param>
/// <param name="Point">Point in words.</param>
/// <param name="Reason">Why.</param>
public sealed record SweepMiss(int Trial, string Point, string Reason);
