namespace Rejoin.Checks;

/// <summary>A moment at which a session's connection came up or may have gone down.</summary>
internal readonly record struct Disturbance(long Index, long TimeNs, bool IsUp);
