namespace Rejoin.Drivers;

/// <summary>A position as a driver presents it.</summary>
/// <param name="Epoch">Epoch.</param>
/// <param name="Offset">Offset; 0 = nothing yet.</param>
public readonly record struct DriverPosition(string Epoch, long Offset);
