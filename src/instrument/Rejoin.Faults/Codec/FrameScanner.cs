namespace Rejoin.Faults.Codec;

/// <summary>
/// An incremental reader of frame boundaries, fed with spans that are split anywhere. It copies nothing, allocates
/// nothing and never fails: what breaks the protocol is told by <see cref="FrameRules"/>. A mutable struct for one
/// direction of one connection; not thread-safe. Source: RFC 6455 §5.2.
/// <code>
///   0                   1                   2                   3
///   0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
///  +-+-+-+-+-------+-+-------------+-------------------------------+
///  |F|R|R|R| opcode|M| Payload len |    Extended payload length    |
///  |I|S|S|S|  (4)  |A|     (7)     |            (16/64)            |
///  |N|V|V|V|       |S|             |  (if payload len == 126/127)  |
///  | |1|2|3|       |K|             |                               |
///  +-+-+-+-+-------+-+-------------+ - - - - - - - - - - - - - - - +
///  |    Extended payload length continued, if payload len == 127   |
///  + - - - - - - - - - - - - - - - +-------------------------------+
///  |                               | Masking-key, if MASK set to 1 |
///  +-------------------------------+-------------------------------+
///  | Masking-key (continued)       |          Payload Data         |
///  +-------------------------------- - - - - - - - - - - - - - - - +
///  :                     Payload Data continued ...                :
///  +---------------------------------------------------------------+
/// </code>
/// </summary>
internal struct FrameScanner
{
    private byte _first;
    private byte _second;
    private byte _headerRead;    // bytes of the header seen
    private byte _headerLength;  // 0 until the second byte is seen
    private bool _inPayload;
    private ulong _length;
    private uint _mask;
    private long _payloadLeft;

    /// <summary>The header of the current frame, or of the last one on a boundary. Valid after its last byte.</summary>
    public FrameHeader Header { get; private set; }

    /// <summary>Bytes of the current frame that were consumed; 0 on a boundary.</summary>
    public readonly long Position => _inPayload ? Header.Length - _payloadLeft : _headerRead;

    /// <summary>True between frames, and before the first.</summary>
    public readonly bool AtBoundary => !_inPayload && _headerRead == 0;

    /// <summary>True after a whole header, until the frame ends.</summary>
    public readonly bool InPayload => _inPayload;

    /// <summary>
    /// True when the frame is read to its end and only <see cref="FrameStep.FrameEnd"/> is still to be told.
    /// </summary>
    public readonly bool EndIsDue => _inPayload && _payloadLeft == 0;

    /// <summary>
    /// Consumes bytes up to the next event: the end of a header, the end of a frame, or the end of the input. A frame
    /// without payload tells its end in the next call, which may be given no input.
    /// </summary>
    /// <param name="input">The next bytes of the stream; may be empty.</param>
    /// <param name="consumed">How many of them were consumed.</param>
    /// <returns>The event that was reached.</returns>
    public FrameStep Scan(ReadOnlySpan<byte> input, out int consumed)
    {
        if (_inPayload)
        {
            consumed = (int)Math.Min(_payloadLeft, input.Length);
            _payloadLeft -= consumed;
            if (_payloadLeft > 0)
            {
                return FrameStep.NeedMore;
            }

            _inPayload = false;
            return FrameStep.FrameEnd;
        }

        for (consumed = 0; consumed < input.Length;)
        {
            if (TakeHeaderByte(input[consumed++]))
            {
                BeginPayload();
                return FrameStep.HeaderRead;
            }
        }

        return FrameStep.NeedMore;
    }

    private bool TakeHeaderByte(byte value)
    {
        switch (_headerRead)
        {
            case 0:
                _first = value;
                break;
            case 1:
                _second = value;
                _headerLength = (byte)(2 + LengthBytes + ((value & 0x80) != 0 ? 4 : 0));
                _length = LengthBytes == 0 ? (ulong)(value & 0x7F) : 0;
                break;
            default:
                if (_headerRead < 2 + LengthBytes)
                {
                    _length = (_length << 8) | value;
                }
                else
                {
                    _mask = (_mask << 8) | value;
                }

                break;
        }

        _headerRead++;
        return _headerRead == _headerLength;
    }

    private readonly int LengthBytes => (_second & 0x7F) switch { 126 => 2, 127 => 8, _ => 0 };

    private void BeginPayload()
    {
        var longest = (ulong)(long.MaxValue - _headerLength);
        Header = new FrameHeader(
            (Opcode)(_first & 0x0F), (_first & 0x80) != 0, (_first >> 4) & 0x7, (_second & 0x80) != 0,
            _mask, _headerLength, (long)Math.Min(_length, longest), LengthBytes);
        _payloadLeft = Header.PayloadLength;
        _inPayload = true;
        _headerRead = 0;
        _headerLength = 0;
        _length = 0;
        _mask = 0;
    }
}
