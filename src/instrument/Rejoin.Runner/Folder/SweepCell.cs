using Rejoin.Statistics;

namespace Rejoin.Runner;

/// <summary>One point of a sweep and what came of it.</summary>
/// <param name="Kind">Kind of cut.</param>
/// <param name="Direction">"c2s" or "s2c".</param>
/// <param name="Frame">Ordinal of the data frame in its direction, 1-based; 0 = in the opening handshake.</param>
/// <param name="Position">Place in the frame or handshake, as plans write it.</param>
/// <param name="Trial">Trial.</param>
/// <param name="Verdict">Verdict of the trial.</param>
public sealed record SweepCell(
    string Kind, string Direction, int Frame, string Position, int Trial, Verdict Verdict);
