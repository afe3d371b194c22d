using Rejoin.Faults.Codec;

namespace Rejoin.Faults.Links.Relaying;

/// <summary>
/// Splits data frames into fragments of at most so many bytes of payload, with a ping between them or not. Only the
/// first keeps opcode and reserved bits, only the last FIN. Source: RFC 6455 §5.4.
/// </summary>
internal sealed class Fragmenting(int chunkBytes, bool pings) : FrameEdit
{
    private const byte Ping = 0x80 | (byte)Opcode.Ping;

    public override IEnumerable<WireFrame> Apply(WireFrame frame)
    {
        if (!frame.IsData || frame.Payload.Length <= chunkBytes)
        {
            yield return frame;
            yield break;
        }

        for (var at = 0; at < frame.Payload.Length; at += chunkBytes)
        {
            var end = Math.Min(frame.Payload.Length, at + chunkBytes);
            if (at > 0 && pings)
            {
                yield return new WireFrame(Ping, frame.Mask, []);
            }

            var part = at == 0 ? frame : frame with { First = (byte)(frame.First & 0x80) };
            yield return (part with { Payload = frame.Payload[at..end] })
                .WithFin(frame.Fin && end == frame.Payload.Length);
        }
    }
}
