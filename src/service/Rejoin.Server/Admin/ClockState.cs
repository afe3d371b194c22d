namespace Rejoin.Server;

/// <summary>Answer of <c>POST /clock</c>.</summary>
/// <param name="OffsetMs">Milliseconds by which the clock is ahead of the system's.</param>
/// <param name="Now">Time on the server's clock, UTC.</param>
internal sealed record ClockState(long OffsetMs, DateTimeOffset Now);
