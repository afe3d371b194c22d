using Rejoin.Faults.Codec;
using Rejoin.Faults.Links.Relaying;
using Rejoin.Faults.Plans;
using Rejoin.Faults.Tests.Peers;

namespace Rejoin.Faults.Tests.Links.Kinds;

public sealed class FrameKindTests
{
    private const Direction C2S = Direction.ClientToService;
    private const Direction S2C = Direction.ServiceToClient;

    public static TheoryData<FaultKind, Direction> OneFrame =>
    [
        .. from kind in (FaultKind[])
            [
                FaultKind.Drop, FaultKind.Duplicate, FaultKind.Swap, FaultKind.Corrupt, FaultKind.BadUtf8,
                FaultKind.ReservedBits, FaultKind.MaskViolation,
            ]
            from way in (Direction[])[C2S, S2C]
            select (kind, way),
    ];

    [Theory]
    [MemberData(nameof(OneFrame))]
    public async Task A_change_of_one_frame_changes_that_frame_only(FaultKind kind, Direction way)
    {
        await using var pair = await Pair.OpenAsync(Planned.InFrame(new() { Kind = kind }, way, frame: 2));
        byte[] a = Frames.Make(way, 5), b = Frames.Make(way, 6), c = Frames.Make(way, 7), d = Frames.Make(way, 8);
        await pair.From(way).SendAsync([.. a, .. b, .. Frames.Ping(way), .. c, .. d]);
        byte[] expected = kind switch
        {
            FaultKind.Drop => [.. a, .. Frames.Ping(way), .. c, .. d],
            FaultKind.Duplicate => [.. a, .. b, .. b, .. Frames.Ping(way), .. c, .. d],
            FaultKind.Swap => [.. a, .. Frames.Ping(way), .. c, .. b, .. d],
            _ => [.. a, .. Changed(kind, b, way), .. Frames.Ping(way), .. c, .. d],
        };
        Assert.Equal(expected, await pair.To(way).ReadExactlyAsync(expected.Length));
        pair.Link.Fired();
    }

    [Fact]
    public async Task A_frame_in_pieces_is_changed_when_it_is_whole()
    {
        await using var pair = await Pair.OpenAsync(Planned.InFrame(new() { Kind = FaultKind.Corrupt }, S2C));
        var frame = Frames.Make(S2C, 300);
        await pair.Service.SendAsync(frame[..100]);
        await Until.TrueAsync(() => pair.Link.Injections is [{ FiredAt: > 0 }], "fired");
        Assert.True(pair.Client.IsSilent());
        await pair.Service.SendAsync(frame[100..]);
        frame[^1] ^= 1;
        Assert.Equal(frame, await pair.Client.ReadExactlyAsync(frame.Length));
    }

    [Theory]
    [InlineData(FaultKind.BadUtf8, "the frame is no text")]
    [InlineData(FaultKind.Swap, "no frame came to swap with before another fault or the end")]
    public async Task A_change_that_cannot_be_made_says_so(FaultKind kind, string reason)
    {
        await using var pair = await Pair.OpenAsync(Planned.InFrame(new() { Kind = kind }, S2C));
        var frame = Frames.Make(S2C, 10, Opcode.Binary);
        await pair.Service.SendAsync(frame);
        pair.Service.Fin();
        Assert.Equal(frame, (await pair.Client.ReadToEndAsync()).Bytes);
        pair.Link.Fired(reason);
    }

    [Fact]
    public async Task A_cut_inside_a_frame_that_was_to_be_changed_delivers_its_prefix_as_it_came()
    {
        await using var pair = await Pair.OpenAsync(
            Planned.InFrame(new() { Kind = FaultKind.Corrupt }, S2C, id: "change"),
            Planned.InFrame(new() { Kind = FaultKind.Rst }, S2C, position: "middle", id: "cut"));
        var frame = Frames.Make(S2C, 10);
        await pair.Service.SendAsync(frame);
        var (bytes, end) = await pair.Client.ReadToEndAsync();
        Assert.Equal(frame[..7], bytes);
        Assert.Equal("rst", end);
        Assert.Equal("another fault stood in the frame", pair.Link.Complete()[0].Reason);
        Assert.Equal(7, pair.Link.Complete()[1].DeliveredToClient);
    }

    [Theory]
    [InlineData(FaultKind.DropPings, Opcode.Ping, C2S)]
    [InlineData(FaultKind.DropPings, Opcode.Ping, S2C)]
    [InlineData(FaultKind.DropPongs, Opcode.Pong, S2C)]
    [InlineData(FaultKind.DropCloses, Opcode.Close, C2S)]
    public async Task Control_frames_are_left_out_from_a_point_on(FaultKind kind, Opcode opcode, Direction way)
    {
        await using var pair = await Pair.OpenAsync(Planned.InFrame(new() { Kind = kind }, way, position: "after"));
        byte[] control = Frames.Make(way, 2, opcode), data = Frames.Make(way, 10);
        await pair.From(way).SendAsync([.. control, .. data, .. control, .. control, .. data]);
        byte[] expected = [.. control, .. data, .. data];
        Assert.Equal(expected, await pair.To(way).ReadExactlyAsync(expected.Length));
        pair.Link.Fired();
    }

    [Theory]
    [InlineData(FaultKind.Fragment)]
    [InlineData(FaultKind.Interleave)]
    public async Task Messages_are_split_so_that_a_client_reads_them_whole(FaultKind kind)
    {
        await using var pair = await Pair.OpenAsync(
            Planned.InFrame(new() { Kind = kind, ChunkBytes = 4 }, S2C));
        await pair.Service.SendAsync(Frames.Make(S2C, 10));
        byte[] ping = kind == FaultKind.Interleave ? [0x89, 0] : [];
        byte[] expected = [0x01, 4, 0, 1, 2, 3, .. ping, 0x00, 4, 4, 5, 6, 7, .. ping, 0x80, 2, 8, 9];
        Assert.Equal(expected, await pair.Client.ReadExactlyAsync(expected.Length));
        pair.Link.Fired();
    }

    [Fact]
    public async Task Fragments_are_joined_and_control_frames_go_first()
    {
        await using var pair = await Pair.OpenAsync(Planned.InFrame(new() { Kind = FaultKind.Defragment }, C2S));
        await pair.Client.SendAsync(
        [
            .. Frames.Make(C2S, 3, Opcode.Text, fin: false), .. Frames.Ping(C2S),
            .. Frames.Make(C2S, 2, Opcode.Continuation),
        ]);
        var joined = new WireFrame(0x81, Frames.Key, [0, 1, 2, 0, 1]).ToBytes();
        byte[] expected = [.. Frames.Ping(C2S), .. joined];
        Assert.Equal(expected, await pair.Service.ReadExactlyAsync(expected.Length));
        pair.Link.Fired();
    }

    [Fact]
    public async Task Ping_flood_puts_pings_between_two_frames()
    {
        await using var pair = await Pair.OpenAsync(
            Planned.InFrame(new() { Kind = FaultKind.PingFlood, Count = 1000 }, S2C, position: "after"));
        var frame = Frames.Make(S2C, 10);
        await pair.Service.SendAsync([.. frame, .. frame]);
        byte[] expected = [.. frame, .. Enumerable.Repeat<byte[]>([0x89, 0], 1000).SelectMany(p => p), .. frame];
        Assert.Equal(expected, await pair.Client.ReadExactlyAsync(expected.Length));
        pair.Link.Fired();
    }

    [Fact]
    public async Task Oversize_puts_a_text_of_its_size_between_two_frames()
    {
        await using var pair = await Pair.OpenAsync(
            Planned.InFrame(new() { Kind = FaultKind.Oversize, PayloadBytes = 70_000 }, C2S));
        var frame = Frames.Make(C2S, 10);
        await pair.Client.SendAsync(frame);
        var got = await pair.Service.ReadExactlyAsync(14 + 70_000 + frame.Length);
        Assert.Equal("81FF0000000000011170", Convert.ToHexString(got[..10]));
        Assert.Equal(frame, got[^frame.Length..]);
        pair.Link.Fired();
    }

    [Theory]
    [InlineData(FaultKind.CloseEmpty, null, "8800")]
    [InlineData(FaultKind.CloseIllegal, 1006, "880203EE")]
    [InlineData(FaultKind.CloseIllegal, 0, "88020000")]
    [InlineData(FaultKind.CloseTruncated, null, "880103")]
    [InlineData(FaultKind.DataAfterClose, null, "880203E881046C617465")]
    public async Task Odd_closes_go_to_both_ends_and_end_in_a_fin(FaultKind kind, int? code, string toClient)
    {
        await using var pair = await Pair.OpenAsync(
            Planned.InFrame(new() { Kind = kind, CloseCode = code }, S2C));
        await pair.Service.SendAsync(Frames.Make(S2C, 3));
        var client = await pair.Client.ReadExactlyAsync(toClient.Length / 2);
        Assert.Equal(toClient, Convert.ToHexString(client));
        Assert.Equal(0x88, (await pair.Service.ReadExactlyAsync(1))[0]);
        await pair.Client.SendAsync(Frames.Close(C2S, 1002));
        Assert.Equal("fin", (await pair.Client.ReadToEndAsync()).End);
        await pair.Service.SendAsync(Frames.Close(S2C, 1002));
        Assert.Equal("fin", (await pair.Service.ReadToEndAsync()).End);
        pair.Client.Fin();
        pair.Service.Fin();
        await Until.TrueAsync(() => pair.Link.Injections is [{ SettledAt: > 0 }], "settled");
        Assert.Equal((1002, 1002), (pair.Link.Fired().Client.CloseReply, pair.Link.Fired().Service.CloseReply));
    }

    private static byte[] Changed(FaultKind kind, byte[] frame, Direction way)
    {
        var header = way == C2S ? 6 : 2;
        switch (kind)
        {
            case FaultKind.Corrupt:
                frame[^1] ^= 1;
                return frame;
            case FaultKind.BadUtf8:
                frame[header] = way == C2S ? (byte)(0xFF ^ 1) : (byte)0xFF;
                return frame;
            case FaultKind.ReservedBits:
                frame[0] |= 0x20;
                return frame;
            default:
                byte[] payload = [.. Enumerable.Range(0, frame.Length - header).Select(i => (byte)i)];
                return new WireFrame(0x81, way == C2S ? null : 0x52454A4E, payload).ToBytes();
        }
    }
}
