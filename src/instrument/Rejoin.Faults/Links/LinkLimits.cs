namespace Rejoin.Faults.Links;

/// <summary>Limits of a link, each with a default.</summary>
public sealed record LinkLimits
{
    /// <summary>
    /// Longest head of a request or response, in bytes, 256 to 65 536. Default 32 768. A longer request is answered
    /// 431.
    /// </summary>
    public int HeadBytes { get; init; } = 32 * 1024;

    /// <summary>Most TCP connections at a time, at least 1. Default 1 024. A further one is answered 503.</summary>
    public int Connections { get; init; } = 1024;

    /// <summary>
    /// Most data frames that are listed per connection for a frame map; 0 lists none. Default 4 096. Frames beyond are
    /// counted only.
    /// </summary>
    public int ListedFrames { get; init; } = 4096;

    /// <summary>Most HTTP exchanges and errors that are kept in the record. Default 1 000.</summary>
    public int ListedExchanges { get; init; } = 1000;

    /// <summary>
    /// Longest wait in ms, before a fault acts, for the peers' kernels to acknowledge what was delivered and for the
    /// other direction to deliver what was read. Default 2 000. When it passes, the fault acts and is mislabelled.
    /// </summary>
    public int SettleMs { get; init; } = 2000;

    /// <summary>
    /// Longest wait in ms after a FIN for the peer to close, and after a close frame for its answer; the link reads and
    /// discards meanwhile. Default 2 000.
    /// </summary>
    public int DrainMs { get; init; } = 2000;

    internal IEnumerable<string> Errors()
    {
        if (HeadBytes is < 256 or > 65_536)
        {
            yield return $"Limits.HeadBytes is {HeadBytes}; allowed: 256 to 65536";
        }

        if (Connections < 1 || ListedFrames < 0 || ListedExchanges < 0)
        {
            yield return "Limits.Connections must be at least 1, ListedFrames and ListedExchanges at least 0";
        }

        if (SettleMs < 1 || DrainMs < 1)
        {
            yield return "Limits.SettleMs and Limits.DrainMs must be at least 1";
        }
    }
}
