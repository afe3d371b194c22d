using System.Buffers.Binary;
using Rejoin.Faults.Codec;
using Rejoin.Faults.Plans;

namespace Rejoin.Faults.Tests.Peers;

/// <summary>Frames and faults for tests.</summary>
internal static class Frames
{
    public const uint Key = 0x01020304;

    /// <summary>A frame whose payload counts up, masked towards the service.</summary>
    public static byte[] Make(Direction direction, int payload, Opcode opcode = Opcode.Text, bool fin = true)
    {
        uint? key = direction == Direction.ClientToService ? Key : null;
        var bytes = new List<byte> { (byte)((fin ? 0x80 : 0) | (int)opcode) };
        Span<byte> length = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(length, (ulong)payload);
        var mask = key is null ? 0 : 0x80;
        bytes.Add((byte)(mask | (payload < 126 ? payload : payload <= ushort.MaxValue ? 126 : 127)));
        bytes.AddRange(payload < 126 ? [] : payload <= ushort.MaxValue ? length[6..].ToArray() : length.ToArray());
        bytes.AddRange(key is null ? [] : [1, 2, 3, 4]);
        var data = Enumerable.Range(0, payload).Select(i => (byte)i).ToArray();
        FrameEncoder.Mask(data, key ?? 0, 0);
        return [.. bytes, .. data];
    }

    public static byte[] Close(Direction direction, int code)
    {
        var frame = new byte[FrameEncoder.MaxControlFrame];
        var masked = direction == Direction.ClientToService;
        return frame[..FrameEncoder.WriteClose(frame, code, masked ? Key : null)];
    }

    public static byte[] Ping(Direction direction) => Make(direction, 2, Opcode.Ping);

    public static Fault Fault(
        FaultKind kind, Direction direction, int frame, string position, int connection = 1, int? code = null,
        int? delayMs = null, string id = "f1") => new()
    {
        Id = id,
        At = new CutPoint
        {
            Connection = connection,
            Direction = direction,
            Frame = frame,
            Position = FramePosition.Parse(position),
        },
        Do = new FaultAction { Kind = kind, CloseCode = code, DelayMs = delayMs },
    };

    public static Fault Handshake(
        FaultKind kind, string position, int connection = 1, int? code = null, int? delayMs = null, int? healMs = null,
        FaultRepeat repeat = FaultRepeat.Once, string id = "f1") => new()
    {
        Id = id,
        At = CutPoint.InHandshake(connection, HandshakePosition.Parse(position)),
        Do = new FaultAction
        {
            Kind = kind,
            CloseCode = code,
            DelayMs = delayMs,
            Heal = healMs is { } ms ? new HealRule(ms) : null,
        },
        Repeat = repeat,
    };
}
