using Rejoin.Faults.Codec;
using Rejoin.Faults.Plans;

namespace Rejoin.Faults.Links.Relaying;

/// <summary>Changes the next data frame, then nothing any more.</summary>
internal sealed class OneFrameEdit(FaultKind kind, Direction direction, Action<string> mislabel) : FrameEdit
{
    private const uint MaskKey = 0x52454A4E; // fixed, so that a run repeats byte for byte
    private WireFrame? _swapped;
    private bool _done;

    public override bool IsOver => _done;

    public override IEnumerable<WireFrame> Apply(WireFrame frame)
    {
        if (_done || !frame.IsData)
        {
            return [frame];
        }

        if (kind == FaultKind.Swap && _swapped is null)
        {
            _swapped = frame;
            return [];
        }

        _done = true;
        return kind switch
        {
            FaultKind.Drop => [],
            FaultKind.Duplicate => [frame, frame],
            FaultKind.Swap => [frame, _swapped!],
            FaultKind.Corrupt => [Changed(frame, frame.Payload.Length - 1, b => (byte)(b ^ 1))],
            FaultKind.BadUtf8 => [BadText(frame)],
            FaultKind.ReservedBits => [frame with { First = (byte)(frame.First | 0x20) }],
            _ => [frame with { Mask = direction == Direction.ClientToService ? null : MaskKey }],
        };
    }

    public override IEnumerable<WireFrame> Release()
    {
        if (_done || _swapped is null)
        {
            return [];
        }

        _done = true;
        mislabel("no frame came to swap with before another fault or the end");
        return [_swapped];
    }

    public override void Skipped(string reason)
    {
        if (!_done)
        {
            _done = true;
            mislabel(reason);
        }
    }

    private WireFrame BadText(WireFrame frame)
    {
        if (frame.Opcode == Opcode.Text)
        {
            return Changed(frame, 0, _ => 0xFF);
        }

        mislabel("the frame is no text");
        return frame;
    }

    private WireFrame Changed(WireFrame frame, int index, Func<byte, byte> change)
    {
        if (frame.Payload.Length == 0)
        {
            mislabel("the frame has no payload");
            return frame;
        }

        var payload = (byte[])frame.Payload.Clone();
        payload[index] = change(payload[index]);
        return frame with { Payload = payload };
    }
}
