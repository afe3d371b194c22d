using System.Globalization;
using System.Text;

namespace Rejoin.Client;

/// <summary>The answer to an upgrade: status line and headers.</summary>
/// <remarks>Source: RFC 9112 §4 and §5; RFC 6455 §4.2.2.</remarks>
internal sealed class UpgradeResponse
{
    private const int MaxHeadBytes = 16 * 1024;
    private const int MaxHeaders = 100;
    private readonly Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase);

    private UpgradeResponse(int status, ReadOnlyMemory<byte> readAhead)
    {
        Status = status;
        ReadAhead = readAhead;
    }

    /// <summary>HTTP status.</summary>
    public int Status { get; }

    /// <summary>Bytes after the head that were read with it.</summary>
    public ReadOnlyMemory<byte> ReadAhead { get; }

    /// <summary>Value of a header; null if it is absent.</summary>
    public string? Header(string name) => headers.GetValueOrDefault(name);

    /// <summary>Whether a comma-separated header holds a token, compared without case.</summary>
    public bool HeaderHas(string name, string token) =>
        Header(name)?.Split(',', StringSplitOptions.TrimEntries)
            .Contains(token, StringComparer.OrdinalIgnoreCase) == true;

    /// <summary>The next answer on a stream.</summary>
    /// <exception cref="RejoinClientException">The stream ended or is not HTTP/1.1.</exception>
    public static async Task<UpgradeResponse> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var buffer = new byte[1024];
        var filled = 0;
        while (true)
        {
            int count;
            try
            {
                count = await stream.ReadAsync(buffer.AsMemory(filled), cancellationToken).ConfigureAwait(false);
            }
            catch (IOException error)
            {
                throw new RejoinClientException(CloseErrors.Lost(StreamEnd.Reset, ClientStage.Upgrade, error));
            }

            if (count == 0)
            {
                throw new RejoinClientException(CloseErrors.Lost(StreamEnd.Finished, ClientStage.Upgrade, null));
            }

            filled += count;
            var headEnd = buffer.AsSpan(0, filled).IndexOf("\r\n\r\n"u8);
            if (headEnd >= 0)
            {
                return Parse(buffer.AsSpan(0, headEnd), buffer.AsMemory(headEnd + 4, filled - headEnd - 4));
            }

            if (filled == MaxHeadBytes || !LooksLikeHttp(buffer.AsSpan(0, filled)))
            {
                throw NotHttp();
            }

            if (filled == buffer.Length)
            {
                Array.Resize(ref buffer, Math.Min(MaxHeadBytes, buffer.Length * 2));
            }
        }
    }

    private static UpgradeResponse Parse(ReadOnlySpan<byte> head, ReadOnlyMemory<byte> readAhead)
    {
        var lines = Encoding.Latin1.GetString(head).Split("\r\n");
        var first = lines[0];
        if (first.Length < 12 || !first.StartsWith("HTTP/1.", StringComparison.Ordinal) || lines.Length > MaxHeaders + 1
            || !int.TryParse(first.AsSpan(9, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var status))
        {
            throw NotHttp();
        }

        var response = new UpgradeResponse(status, readAhead);
        foreach (var line in lines.AsSpan(1))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0)
            {
                throw NotHttp();
            }

            var name = line[..colon];
            var value = line[(colon + 1)..].Trim();
            response.headers[name] = response.headers.TryGetValue(name, out var older) ? $"{older}, {value}" : value;
        }

        return response;
    }

    private static bool LooksLikeHttp(ReadOnlySpan<byte> start)
    {
        var prefix = "HTTP/1."u8;
        var length = Math.Min(prefix.Length, start.Length);
        return start[..length].SequenceEqual(prefix[..length]);
    }

    private static RejoinClientException NotHttp() => new(Errors.Violation(
        ClientStage.Upgrade,
        "what answered the upgrade is not HTTP/1.1 with a head of at most 16 KiB. Check address and port."));
}
