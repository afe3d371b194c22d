using Rejoin.Faults.Codec;
using Rejoin.Faults.Links.Wires;
using Rejoin.Faults.Plans;

namespace Rejoin.Faults.Links.Relaying;

/// <summary>
/// The kinds after which the connection goes on: they change how one direction is written, put frames in, or hold it.
/// </summary>
internal static class LastingFaults
{
    private const uint MaskKey = 0x52454A4E; // fixed, so that a run repeats byte for byte
    private const byte Text = 0x80 | (byte)Opcode.Text;
    private const byte Ping = 0x80 | (byte)Opcode.Ping;

    /// <summary>True for a kind that is carried out here.</summary>
    public static bool Has(FaultKind kind) => kind is FaultKind.Delay or FaultKind.Jitter or FaultKind.Bandwidth
        or FaultKind.Slice or FaultKind.Coalesce or FaultKind.HalfClose or FaultKind.PingFlood or FaultKind.Oversize
        || EditOf(new FaultAction { Kind = kind }, default, _ => { }) is not null;

    /// <summary>Carries a fault out on its direction, on whose point the pump stands.</summary>
    public static async ValueTask ActAsync(
        Pump pump, FaultAction action, Action<string> mislabel, CancellationToken cancellationToken)
    {
        switch (action.Kind)
        {
            case FaultKind.HalfClose:
                pump.IsShut = true;
                pump.Target.SendFin();
                break;
            case FaultKind.PingFlood:
                var ping = FrameOf(pump, Ping, []);
                await PutInAsync(pump, Repeated(ping, action.Count ?? 0), mislabel, cancellationToken)
                    .ConfigureAwait(false);
                break;
            case FaultKind.Oversize:
                var payload = new byte[action.PayloadBytes ?? 0];
                payload.AsSpan().Fill((byte)'x');
                await PutInAsync(pump, FrameOf(pump, Text, payload), mislabel, cancellationToken)
                    .ConfigureAwait(false);
                break;
            default:
                ShapeBy(pump, action, mislabel);
                break;
        }
    }

    private static void ShapeBy(Pump pump, FaultAction action, Action<string> mislabel)
    {
        var (shape, ms) = (pump.Shape, action.DelayMs ?? 0);
        switch (action.Kind)
        {
            case FaultKind.Delay:
                shape.DelayMs = ms;
                break;
            case FaultKind.Jitter:
                shape.Jitter(ms, action.Seed ?? 0);
                break;
            case FaultKind.Bandwidth:
                shape.BytesPerSecond = action.BytesPerSecond ?? 0;
                break;
            case FaultKind.Slice:
                (shape.SliceBytes, shape.SlicePauseMs) = (action.ChunkBytes ?? 0, ms);
                break;
            case FaultKind.Coalesce:
                shape.GatherMs = ms;
                break;
            default:
                pump.Edit(EditOf(action, pump.Direction, mislabel)!);
                break;
        }
    }

    private static FrameEdit? EditOf(FaultAction action, Direction direction, Action<string> mislabel) =>
        action.Kind switch
        {
            FaultKind.DropPings => new DropControl(Opcode.Ping),
            FaultKind.DropPongs => new DropControl(Opcode.Pong),
            FaultKind.DropCloses => new DropControl(Opcode.Close),
            FaultKind.Fragment => new Fragmenting(action.ChunkBytes ?? 1, pings: false),
            FaultKind.Interleave => new Fragmenting(action.ChunkBytes ?? 1, pings: true),
            FaultKind.Defragment => new Defragmenting(),
            FaultKind.Drop or FaultKind.Duplicate or FaultKind.Swap or FaultKind.Corrupt or FaultKind.BadUtf8
                or FaultKind.ReservedBits or FaultKind.MaskViolation =>
                new OneFrameEdit(action.Kind, direction, mislabel),
            _ => null,
        };

    private static byte[] FrameOf(Pump pump, byte first, byte[] payload) =>
        new WireFrame(first, pump.Direction == Direction.ClientToService ? MaskKey : null, payload).ToBytes();

    private static byte[] Repeated(byte[] frame, int count)
    {
        var all = new byte[frame.Length * count];
        for (var i = 0; i < count; i++)
        {
            frame.CopyTo(all.AsSpan(i * frame.Length));
        }

        return all;
    }

    private static async ValueTask PutInAsync(
        Pump pump, byte[] bytes, Action<string> mislabel, CancellationToken cancellationToken)
    {
        try
        {
            await pump.Target.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (WireFailure.Is(e))
        {
            mislabel("the socket did not take everything");
        }
    }
}
