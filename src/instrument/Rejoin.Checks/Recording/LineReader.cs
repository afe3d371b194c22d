namespace Rejoin.Checks;

/// <summary>Lines of a stream, one at a time, without holding more than the longest allowed one.</summary>
internal sealed class LineReader(Stream stream)
{
    private byte[] _buffer = new byte[65_536];
    private int _start;
    private int _end;
    private bool _ended;

    /// <summary>Number of the line read last, 1-based.</summary>
    public long Number { get; private set; }

    /// <summary>Bytes taken from the stream so far.</summary>
    public long Bytes { get; private set; }

    /// <summary>Whether the line read last was longer than allowed; its bytes are skipped.</summary>
    public bool TooLong { get; private set; }

    /// <summary>Whether the line read last was the last one and had no line end.</summary>
    public bool AtEndWithoutNewline { get; private set; }

    public bool TryRead(out ReadOnlySpan<byte> line)
    {
        TooLong = false;
        var scanned = 0;
        while (true)
        {
            var length = _buffer.AsSpan(_start + scanned, _end - _start - scanned).IndexOf((byte)'\n');
            if (length >= 0)
            {
                return Take(scanned + length, 1, out line);
            }

            scanned = _end - _start;
            if (scanned > HistoryLimits.LineBytes)
            {
                TooLong = true;
                (_start, scanned) = (_end, 0);
            }

            if (!Fill())
            {
                AtEndWithoutNewline = scanned > 0;
                line = default;
                return (scanned > 0 || TooLong) && Take(scanned, 0, out line);
            }
        }
    }

    private bool Take(int length, int lineEnd, out ReadOnlySpan<byte> line)
    {
        line = _buffer.AsSpan(_start, length);
        _start += length + lineEnd;
        TooLong |= length > HistoryLimits.LineBytes;
        Number++;
        if (line.Length > 0 && line[^1] == (byte)'\r')
        {
            line = line[..^1];
        }

        return true;
    }

    private bool Fill()
    {
        if (_ended)
        {
            return false;
        }

        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        Bytes += read;
        _ended = read == 0;
        return !_ended;
    }
}
