namespace Rejoin.Server;

/// <summary>Body of <c>POST /clock</c>.</summary>
/// <param name="AdvanceMs">Milliseconds to move the clock forward; 0 only reads it.</param>
internal sealed record ClockMove(long AdvanceMs);
