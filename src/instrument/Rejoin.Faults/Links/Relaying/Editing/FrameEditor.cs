using Rejoin.Faults.Codec;

namespace Rejoin.Faults.Links.Relaying;

/// <summary>
/// Changes the frames of one direction on their way out, whole frames at a time. It begins on a frame boundary. A frame
/// that is too long, or in which another fault stands, passes as it came. Used by one pump.
/// </summary>
internal sealed class FrameEditor
{
    private const int LongestFrame = 16 * 1024 * 1024;
    private readonly List<FrameEdit> _edits = [];
    private readonly List<byte> _held = [];
    private FrameScanner _scanner;
    private bool _passing;

    /// <summary>Adds a change that sees the frames after the changes before it.</summary>
    public void Add(FrameEdit edit) => _edits.Add(edit);

    /// <summary>The bytes that go out for some that came in.</summary>
    /// <param name="bytes">The next bytes of the direction.</param>
    /// <param name="flush">True when a fault acts behind them: nothing may be kept.</param>
    public byte[] Rewrite(ReadOnlySpan<byte> bytes, bool flush)
    {
        var output = new List<byte>();
        while (!bytes.IsEmpty || _scanner.EndIsDue)
        {
            var step = _scanner.Scan(bytes, out var used);
            (_passing ? output : _held).AddRange(bytes[..used]);
            bytes = bytes[used..];
            if (step == FrameStep.HeaderRead && _scanner.Header.Length > LongestFrame)
            {
                Pass(output, $"the frame is longer than {LongestFrame} bytes");
            }
            else if (step == FrameStep.FrameEnd)
            {
                EndFrame(output);
            }
        }

        if (flush)
        {
            Flush(output);
        }

        return [.. output];
    }

    private void EndFrame(List<byte> output)
    {
        if (!_passing)
        {
            IEnumerable<WireFrame> frames = [WireFrame.Read(_scanner.Header, _held.ToArray())];
            Send(0, frames, output);
            _held.Clear();
        }

        _passing = false;
        _edits.RemoveAll(edit => edit.IsOver);
    }

    private void Send(int from, IEnumerable<WireFrame> frames, List<byte> output)
    {
        for (var i = from; i < _edits.Count; i++)
        {
            var edit = _edits[i];
            frames = [.. frames.SelectMany(edit.Apply)];
        }

        foreach (var frame in frames)
        {
            output.AddRange(frame.ToBytes());
        }
    }

    private void Flush(List<byte> output)
    {
        for (var i = 0; i < _edits.Count; i++)
        {
            Send(i + 1, _edits[i].Release(), output);
        }

        if (!_scanner.AtBoundary && !_passing)
        {
            Pass(output, "another fault stood in the frame");
        }
    }

    private void Pass(List<byte> output, string reason)
    {
        _passing = true;
        output.AddRange(_held);
        _held.Clear();
        _edits.ForEach(edit => edit.Skipped(reason));
    }
}
