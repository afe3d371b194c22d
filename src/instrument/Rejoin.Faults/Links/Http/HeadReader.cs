using Rejoin.Faults.Links.Wires;

namespace Rejoin.Faults.Links.Http;

/// <summary>Reads heads out of a stream that arrives in pieces.</summary>
internal static class HeadReader
{
    private static ReadOnlySpan<byte> End => "\r\n\r\n"u8;

    /// <summary>
    /// Waits for a whole head in the buffer. Returns its length with the empty line; 0 when the peer has sent FIN
    /// before; -1 when it is longer than the limit.
    /// </summary>
    public static async ValueTask<int> ReadAsync(WireReader reader, int limit, CancellationToken cancellationToken)
    {
        for (var searched = 0; ;)
        {
            var buffered = reader.Buffered;
            var at = buffered.Span[searched..].IndexOf(End);
            if (at >= 0 && searched + at + End.Length <= limit)
            {
                return searched + at + End.Length;
            }

            if (buffered.Length >= limit)
            {
                return -1;
            }

            searched = Math.Max(0, buffered.Length - End.Length + 1);
            if (await reader.FillAsync(cancellationToken).ConfigureAwait(false) == 0)
            {
                return 0;
            }
        }
    }
}
