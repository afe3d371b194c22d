namespace Rejoin.Drivers.Stdio;

/// <summary>A position in a line of a driver.</summary>
internal sealed record StdioPosition(string? Epoch, long Offset);
