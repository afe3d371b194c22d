namespace Rejoin.Bench;

/// <summary>What the measured service tells its client, as one line of JSON.</summary>
/// <param name="Port">Port of the reference server.</param>
/// <param name="BarePort">Port of the bare upgrade.</param>
/// <param name="Epoch">Epoch of every session.</param>
/// <param name="Offset">Offset that every resume presents.</param>
/// <param name="Head">Offset of the newest event of every session.</param>
/// <param name="Sessions">One session per client, with the token of its owner.</param>
/// <param name="BareSessions">The same for the bare upgrade: rows that the server never loads.</param>
internal sealed record ResumePlan(
    int Port, int BarePort, string Epoch, long Offset, long Head, IReadOnlyList<ResumeSession> Sessions,
    IReadOnlyList<ResumeSession> BareSessions);
