namespace Rejoin.Faults.Links.Http;

/// <summary>
/// Finds the end of a chunked body. Source: RFC 9112 §7.1.
/// <code>
/// size [;extension] CRLF data CRLF  ...  0 CRLF  *(trailer CRLF)  CRLF
/// </code>
/// </summary>
internal struct ChunkScanner
{
    private State _state;
    private long _left;
    private int _digits;
    private int _lineBytes;

    private enum State
    {
        Size,
        Extension,
        Data,
        DataEnd,
        Trailer,
        Done,
        Broken,
    }

    /// <summary>True after the last trailer.</summary>
    public readonly bool IsDone => _state == State.Done;

    /// <summary>True when the framing is malformed.</summary>
    public readonly bool IsBroken => _state == State.Broken;

    /// <summary>Takes bytes of the body.</summary>
    /// <returns>How many belong to it.</returns>
    public int Take(ReadOnlySpan<byte> bytes)
    {
        var used = 0;
        while (used < bytes.Length && _state is not (State.Done or State.Broken))
        {
            if (_state == State.Data)
            {
                var taken = (int)Math.Min(_left, bytes.Length - used);
                used += taken;
                _left -= taken;
                _state = _left == 0 ? State.DataEnd : State.Data;
            }
            else
            {
                Step(bytes[used++]);
            }
        }

        return used;
    }

    private void Step(byte value)
    {
        switch (_state)
        {
            case State.Size when Hex(value) is var digit and >= 0:
                _left = (_left << 4) | (uint)digit;
                _state = ++_digits > 15 ? State.Broken : State.Size;
                break;
            case State.Size when _digits == 0:
                _state = State.Broken;
                break;
            case State.Size or State.Extension:
                _state = value == '\n' ? AfterSize() : State.Extension;
                break;
            case State.DataEnd:
                _state = value switch { (byte)'\n' => State.Size, (byte)'\r' => State.DataEnd, _ => State.Broken };
                _digits = 0;
                break;
            case State.Trailer when value == '\n':
                _state = _lineBytes == 0 ? State.Done : State.Trailer;
                _lineBytes = 0;
                break;
            case State.Trailer:
                _lineBytes += value == '\r' ? 0 : 1;
                break;
        }
    }

    private State AfterSize()
    {
        _lineBytes = 0;
        return _left == 0 ? State.Trailer : State.Data;
    }

    private static int Hex(byte value) => value switch
    {
        >= (byte)'0' and <= (byte)'9' => value - '0',
        >= (byte)'a' and <= (byte)'f' => value - 'a' + 10,
        >= (byte)'A' and <= (byte)'F' => value - 'A' + 10,
        _ => -1,
    };
}
