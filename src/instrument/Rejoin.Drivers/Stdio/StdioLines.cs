namespace Rejoin.Drivers.Stdio;

/// <summary>The lines of a stream, none of which is longer than a limit.</summary>
internal sealed class StdioLines(Stream stream, int maximumBytes)
{
    private byte[] buffer = new byte[16 * 1024];
    private int start;
    private int end;
    private int searched;

    /// <summary>The next line without its end, valid until the next call; null at the end of the stream.</summary>
    /// <exception cref="DriverException">The line is too long, or the stream ends inside one.</exception>
    public async ValueTask<ReadOnlyMemory<byte>?> NextAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var at = buffer.AsSpan(searched, end - searched).IndexOf((byte)'\n');
            if (at >= 0)
            {
                var line = buffer.AsMemory(start, searched + at - start);
                start = searched += at + 1;
                return line.Length > maximumBytes ? throw TooLong() : line;
            }

            searched = end;
            if (end - start > maximumBytes)
            {
                throw TooLong();
            }

            MakeRoom();
            var read = await stream.ReadAsync(buffer.AsMemory(end), cancellation).ConfigureAwait(false);
            if (read == 0)
            {
                return null;
            }

            end += read;
        }
    }

    private void MakeRoom()
    {
        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (start, end, searched) = (0, end - start, searched - start);
        }

        if (end == buffer.Length)
        {
            Array.Resize(ref buffer, buffer.Length * 2);
        }
    }

    private DriverException TooLong() =>
        new("line-too-long", $"The driver wrote a line of more than {maximumBytes} bytes.");
}
