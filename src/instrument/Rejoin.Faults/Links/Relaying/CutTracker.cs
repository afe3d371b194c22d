using System.Globalization;
using Rejoin.Faults.Codec;
using Rejoin.Faults.Plans;

namespace Rejoin.Faults.Links.Relaying;

/// <summary>
/// Follows the frames of one direction and says how many of the bytes at hand go out before the next fault. Does no
/// I/O and allocates nothing while no fault is near. Used by one pump; the counters may be read from elsewhere.
/// </summary>
internal sealed class CutTracker(List<ArmedFault> faults, FrameRules rules, FrameLog log, Direction direction)
{
    private readonly List<ArmedFault> _waiting = faults;
    private readonly List<(ArmedFault Fault, long? Offset)> _near = [];
    private FrameScanner _scanner;
    private FrameRules _rules = rules;
    private CloseCodeReader _close;
    private bool _discarding;
    private bool _ended;      // the current frame is complete, faults at its end may be due
    private bool _begun;      // the first byte of the current frame was looked at
    private Opcode _opcode;
    private int _dataFrames;
    private int _controlFrames;

    /// <summary>Called for a fault whose frame turned out to be too short for it.</summary>
    public Action<ArmedFault, string>? Missed { get; init; }

    /// <summary>True when what was delivered ends on a frame boundary.</summary>
    public bool AtBoundary => _scanner.AtBoundary;

    /// <summary>Data frames that were delivered whole.</summary>
    public int DataFrames => Volatile.Read(ref _dataFrames);

    /// <summary>Control frames that were delivered whole.</summary>
    public int ControlFrames => Volatile.Read(ref _controlFrames);

    /// <summary>What the frames broke.</summary>
    public FrameViolations Violations { get; private set; }

    /// <summary>Code of the close frame that was delivered; null for none.</summary>
    public int? CloseCode { get; private set; }

    /// <summary>Code of a close frame that came after <see cref="Discard"/>; null for none.</summary>
    public int? CloseReply { get; private set; }

    /// <summary>
    /// Follows bytes up to the next fault that is due, or to the end, or to a frame boundary when that is asked for.
    /// </summary>
    /// <param name="bytes">Bytes that follow those of the last call; may be empty.</param>
    /// <param name="stopAtFrameEnd">True to stop after the current frame.</param>
    /// <param name="due">The fault whose point is reached after the returned bytes.</param>
    /// <returns>How many bytes go out first.</returns>
    public int Walk(ReadOnlySpan<byte> bytes, bool stopAtFrameEnd, out ArmedFault? due)
    {
        for (var used = 0; ;)
        {
            if (TakeDue(out due))
            {
                return used;
            }

            if (_ended)
            {
                LeaveFrame();
                if (stopAtFrameEnd)
                {
                    return used;
                }
            }

            if (used == bytes.Length && !_scanner.EndIsDue)
            {
                return used;
            }

            if (!_begun)
            {
                BeginFrame(bytes[used]);
                continue;
            }

            var step = _scanner.Scan(bytes.Slice(used, Reach(bytes.Length - used)), out var consumed);
            Note(step, bytes.Slice(used, consumed));
            used += consumed;
        }
    }

    /// <summary>
    /// From here on bytes are only looked through for a close frame: nothing is counted and no fault is due.
    /// </summary>
    public void Discard()
    {
        if (_discarding)
        {
            return;
        }

        _discarding = true;
        _waiting.Clear();
        _near.Clear();
        _close = default;
    }

    /// <summary>The frame in which the stream stands now.</summary>
    public FrameHit Hit()
    {
        var known = _scanner.InPayload || _ended;
        var delivered = _ended ? _scanner.Header.Length : _scanner.Position;
        return new FrameHit(_opcode, known ? _scanner.Header.Length : null, delivered);
    }

    private void BeginFrame(byte first)
    {
        _begun = true;
        _opcode = (Opcode)(first & 0x0F);
        if (_waiting.Count == 0 || !FrameHeader.BeginsData(first))
        {
            return;
        }

        foreach (var fault in _waiting.Where(f => f.Fault.At.Frame == _dataFrames + 1))
        {
            if (IsAskedFor(fault.Fault.At.Opcode))
            {
                _near.Add((fault, EarlyOffset(fault.Fault.At.Position)));
            }
            else
            {
                Missed?.Invoke(fault, string.Create(CultureInfo.InvariantCulture,
                    $"frame {_dataFrames + 1} is {NameOf(_opcode)}, not {PlanWords.Opcodes.Of(fault.At.Opcode)}"));
            }
        }

        _waiting.RemoveAll(f => f.Fault.At.Frame == _dataFrames + 1);
    }

    private bool IsAskedFor(DataOpcode asked) => asked switch
    {
        DataOpcode.Text => _opcode == Opcode.Text,
        DataOpcode.Binary => _opcode == Opcode.Binary,
        DataOpcode.Continuation => _opcode == Opcode.Continuation,
        _ => true,
    };

    private static string NameOf(Opcode opcode) => opcode switch
    {
        Opcode.Text => "text",
        Opcode.Binary => "binary",
        Opcode.Continuation => "continuation",
        _ => string.Create(CultureInfo.InvariantCulture, $"of the reserved opcode {(int)opcode}"),
    };

    /// <summary>The offset as far as it can be told before the header is read.</summary>
    private static long? EarlyOffset(FramePosition position) => position.Kind switch
    {
        FramePositionKind.Before => 0,
        FramePositionKind.Header => position.Bytes,
        _ => null,
    };

    private bool TakeDue(out ArmedFault? due)
    {
        due = null;
        if (_near.Count == 0)
        {
            return false;
        }

        var position = _ended ? _scanner.Header.Length : _scanner.Position;
        var index = _near.FindIndex(n => n.Offset == position);
        if (index < 0)
        {
            return false;
        }

        due = _near[index].Fault;
        _near.RemoveAt(index);
        return true;
    }

    /// <summary>How far the scanner may read without passing a fault.</summary>
    private int Reach(int available)
    {
        var position = _scanner.Position;
        foreach (var (_, offset) in _near)
        {
            if (offset is { } o && o > position)
            {
                available = (int)Math.Min(available, o - position);
            }
        }

        return available;
    }

    private void Note(FrameStep step, ReadOnlySpan<byte> consumed)
    {
        var header = _scanner.Header;
        if (step == FrameStep.HeaderRead)
        {
            NoteHeader(header);
            return;
        }

        if (header.Opcode == Opcode.Close && (_scanner.InPayload || step == FrameStep.FrameEnd))
        {
            var end = step == FrameStep.FrameEnd ? header.PayloadLength : _scanner.Position - header.HeaderLength;
            _close.Take(header, end - consumed.Length, consumed);
        }

        if (step == FrameStep.FrameEnd)
        {
            _ended = true;
            NoteEnd(header);
        }
    }

    private void NoteHeader(in FrameHeader header)
    {
        if (_discarding)
        {
            return;
        }

        Violations |= _rules.Check(header);
        if (header.IsData)
        {
            log.Add(new FrameEntry(
                direction, _dataFrames + 1, header.Opcode, header.Fin, header.HeaderLength, header.PayloadLength));
        }

        for (var i = _near.Count - 1; i >= 0; i--)
        {
            var fault = _near[i].Fault;
            _near[i] = (fault, fault.Fault.At.Position.OffsetIn(header.HeaderLength, header.PayloadLength));
            if (_near[i].Offset is null)
            {
                _near.RemoveAt(i);
                Missed?.Invoke(fault, $"the frame is shorter: {header.HeaderLength} bytes of header and " +
                    $"{header.PayloadLength} of payload, no {fault.Fault.At.Position}");
            }
        }
    }

    private void NoteEnd(in FrameHeader header)
    {
        _close.End(header);
        if (_discarding)
        {
            CloseReply ??= _close.Code;
            return;
        }

        CloseCode ??= _close.Code;
        ref var count = ref header.IsData ? ref _dataFrames : ref _controlFrames;
        Volatile.Write(ref count, count + 1);
    }

    private void LeaveFrame()
    {
        _ended = false;
        _begun = false;
    }
}
