namespace Rejoin.Checks;

/// <summary>A moment at which a client's connection came up or may have gone down.</summary>
/// <param name="Index">Line.</param>
/// <param name="TimeNs">Time of the line.</param>
/// <param name="IsUp">Whether it came up.</param>
/// <param name="Client">Client life; empty if the line tells none.</param>
internal readonly record struct Disturbance(long Index, long TimeNs, bool IsUp, string Client);
