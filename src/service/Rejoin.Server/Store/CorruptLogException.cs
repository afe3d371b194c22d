namespace Rejoin.Server;

/// <summary>A stored log that failed its check.</summary>
/// <param name="session">Session id.</param>
/// <param name="offset">Offset of the first event that is wrong or missing.</param>
public sealed class CorruptLogException(string session, long offset)
    : Exception($"The stored log of session '{session}' fails its check at offset {offset}.")
{
    /// <summary>Session id.</summary>
    public string Session { get; } = session;

    /// <summary>Offset of the first event that is wrong or missing.</summary>
    public long Offset { get; } = offset;
}
