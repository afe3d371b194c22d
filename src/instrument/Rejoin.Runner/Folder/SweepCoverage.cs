namespace Rejoin.Runner;

/// <summary>How many points of one direction and kind fired.</summary>
/// <param name="Direction">"c2s" or "s2c".</param>
/// <param name="Kind">Kind of cut.</param>
/// <param name="Points">Points.</param>
/// <param name="Fired">Points whose fault fired as labelled.</param>
public sealed record SweepCoverage(string Direction, string Kind, int Points, int Fired);
