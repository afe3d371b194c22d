namespace Rejoin.Faults.Links.Relaying;

/// <summary>
/// Joins the fragments of a message to one frame; control frames between them go first. A message that grows too long
/// goes out in several frames. Source: RFC 6455 §5.4.
/// </summary>
internal sealed class Defragmenting : FrameEdit
{
    private const int Longest = 16 * 1024 * 1024;
    private WireFrame? _first;
    private readonly List<byte> _payload = [];

    public override IEnumerable<WireFrame> Apply(WireFrame frame)
    {
        if (!frame.IsData || (_first is null && frame.Fin))
        {
            return [frame];
        }

        _first ??= frame;
        _payload.AddRange(frame.Payload);
        return frame.Fin || _payload.Count > Longest ? [Joined(frame.Fin)] : [];
    }

    public override IEnumerable<WireFrame> Release() => _first is null ? [] : [Joined(fin: false)];

    private WireFrame Joined(bool fin)
    {
        var joined = (_first! with { Payload = [.. _payload] }).WithFin(fin);
        _payload.Clear();
        _first = null;
        return joined;
    }
}
