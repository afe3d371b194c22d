namespace Rejoin.Bench;

/// <summary>A session that is resumed over and over from the same position.</summary>
/// <param name="Id">Session id.</param>
/// <param name="Epoch">Epoch of the position.</param>
/// <param name="Offset">Offset of the position.</param>
internal sealed record ResumeSession(string Id, string Epoch, long Offset);
