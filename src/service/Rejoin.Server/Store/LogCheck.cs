namespace Rejoin.Server;

/// <summary>The check of a stored log: no event missing, each frame readable and covered by the digests.</summary>
/// <remarks>Source: protocol.md §6, "Log digest".</remarks>
internal static class LogCheck
{
    /// <summary>Checks a whole retained log against its row.</summary>
    /// <exception cref="CorruptLogException">The first event that is wrong or missing.</exception>
    public static void Verify(SessionRow row, IReadOnlyList<StoredEvent> events)
    {
        var offset = row.Trimmed;
        var digest = row.TrimmedDigest;
        foreach (var stored in events)
        {
            offset++;
            digest = digest.Append(stored.Frame.Span);
            if (stored.Offset != offset || stored.Data is null || stored.Digest != digest)
            {
                throw new CorruptLogException(row.Id, offset);
            }
        }

        if (offset != row.Head || digest != row.Digest)
        {
            throw new CorruptLogException(row.Id, offset + 1);
        }
    }
}
