using System.Buffers.Binary;
using Rejoin.Faults.Codec;
using Rejoin.Faults.Plans;

namespace Rejoin.Faults.Links.Relaying;

/// <summary>The frames with which the kinds of close end a connection. Source: RFC 6455 §5.5.1, §7.4.</summary>
internal static class CloseFrames
{
    private const byte Close = 0x80 | (byte)Opcode.Close;
    private const byte Text = 0x80 | (byte)Opcode.Text;
    private const int NormalClosure = 1000;

    /// <summary>The bytes towards one end.</summary>
    public static byte[] Of(FaultAction action, uint? mask)
    {
        var code = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(code, (ushort)(action.CloseCode ?? NormalClosure));
        byte[] payload = action.Kind switch
        {
            FaultKind.CloseEmpty => [],
            FaultKind.CloseTruncated => code[..1],
            _ => code,
        };
        return
        [
            .. new WireFrame(Close, mask, payload).ToBytes(),
            .. action.Kind == FaultKind.DataAfterClose ? new WireFrame(Text, mask, "late"u8.ToArray()).ToBytes() : [],
        ];
    }
}
