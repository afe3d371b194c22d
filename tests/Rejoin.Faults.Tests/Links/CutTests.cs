using Rejoin.Faults.Codec;
using Rejoin.Faults.Links;
using Rejoin.Faults.Plans;
using Rejoin.Faults.Tests.Peers;

namespace Rejoin.Faults.Tests.Links;

public sealed class CutTests
{
    private const Direction C2S = Direction.ClientToService;
    private const Direction S2C = Direction.ServiceToClient;

    /// <summary>Cut point, payload length, and the bytes of the second frame that get through.</summary>
    public static TheoryData<string, int, int> Points() => new()
    {
        { "before", 5, 0 },
        { "header:1", 5, 1 },
        { "header:2", 5, 2 },
        { "header:3", 300, 3 },
        { "afterHeader", 5, -1 },
        { "payload:1", 5, -2 },
        { "payload:5", 5, int.MaxValue },
        { "payload:150", 300, -151 },
        { "middle", 300, -151 },
        { "last", 300, -300 },
        { "last", 70_000, -70_000 },
        { "after", 5, int.MaxValue },
    };

    [Theory]
    [MemberData(nameof(Points))]
    public async Task Fin_towards_the_service_delivers_exactly_the_prefix(string at, int payload, int through) =>
        await CutAsync(FaultKind.Fin, C2S, at, payload, through, "fin", "fin");

    [Theory]
    [MemberData(nameof(Points))]
    public async Task Fin_towards_the_client_delivers_exactly_the_prefix(string at, int payload, int through) =>
        await CutAsync(FaultKind.Fin, S2C, at, payload, through, "fin", "fin");

    [Theory]
    [MemberData(nameof(Points))]
    public async Task Rst_towards_the_service_delivers_exactly_the_prefix(string at, int payload, int through) =>
        await CutAsync(FaultKind.Rst, C2S, at, payload, through, "rst", "rst");

    [Theory]
    [MemberData(nameof(Points))]
    public async Task Rst_towards_the_client_delivers_exactly_the_prefix(string at, int payload, int through) =>
        await CutAsync(FaultKind.Rst, S2C, at, payload, through, "rst", "rst");

    public static TheoryData<FaultKind, Direction, string, int, int> SilentKinds() =>
    [
        .. from kind in new[] { FaultKind.HalfOpenClientLost, FaultKind.HalfOpenServiceLost, FaultKind.BlackHole }
           from way in new[] { C2S, S2C }
           from point in Points()
           select (kind, way, point.Data.Item1, point.Data.Item2, point.Data.Item3),
    ];

    [Theory]
    [MemberData(nameof(SilentKinds))]
    public async Task Silent_kinds_deliver_exactly_the_prefix(
        FaultKind kind, Direction way, string at, int payload, int through)
    {
        await using var pair = await Pair.OpenAsync(Frames.Fault(kind, way, 2, at));
        var (sender, receiver) = way == C2S ? (pair.Client, pair.Service) : (pair.Service, pair.Client);
        byte[] first = [.. Frames.Make(way, 3), .. Frames.Ping(way)];
        var second = Frames.Make(way, payload, Opcode.Binary);
        await sender.SendAsync([.. first, .. second, .. Frames.Make(way, 9)]);

        var expected = first.Length + ExpectedOf(second, payload, through);
        Assert.Equal(
            ((byte[])[.. first, .. second])[..expected], await receiver.ReadExactlyAsync(expected));
        await Until.TrueAsync(() => pair.Link.Injections is [{ FiredAt: > 0 }], "fired");
        var lost = kind switch
        {
            FaultKind.HalfOpenClientLost => pair.Client,
            FaultKind.HalfOpenServiceLost => pair.Service,
            _ => null,
        };
        Assert.All((RawSocket[])[pair.Client, pair.Service], end => Assert.True(end == lost || end.IsSilent()));
        if (lost is not null)
        {
            Assert.Equal(([], "rst"), await lost.ReadToEndAsync());
        }

        var record = Assert.Single(pair.Link.Injections);
        Assert.Equal((InjectionOutcome.Fired, null), (record.Outcome, record.Reason));
        Assert.Equal(expected, way == C2S ? record.DeliveredToService : record.DeliveredToClient);
    }

    private static int ExpectedOf(byte[] frame, int payload, int through) => through switch
    {
        int.MaxValue => frame.Length,
        >= 0 => through,
        _ => frame.Length - payload - through - 1,
    };

    private static async Task CutAsync(
        FaultKind kind, Direction direction, string at, int payload, int through, string clientEnd, string serviceEnd)
    {
        await using var pair = await Pair.OpenAsync(Frames.Fault(kind, direction, 2, at));
        var (sender, receiver) = direction == C2S ? (pair.Client, pair.Service) : (pair.Service, pair.Client);
        byte[] first = [.. Frames.Make(direction, 3), .. Frames.Ping(direction)];
        var second = Frames.Make(direction, payload, Opcode.Binary);
        await sender.SendAsync([.. first, .. second, .. Frames.Make(direction, 9)]);

        var (bytes, end) = await receiver.ReadToEndAsync();
        var (_, senderEnd) = await sender.ReadToEndAsync();

        var expected = ExpectedOf(second, payload, through);
        Assert.Equal(first.Length + expected, bytes.Length);
        Assert.Equal([.. first, .. second[..expected]], bytes);
        Assert.Equal(direction == C2S ? serviceEnd : clientEnd, end);
        Assert.Equal(direction == C2S ? clientEnd : serviceEnd, senderEnd);
        var record = Assert.Single(pair.Link.Injections);
        Assert.Equal((InjectionOutcome.Fired, null), (record.Outcome, record.Reason));
        Assert.Equal(bytes.Length, direction == C2S ? record.DeliveredToService : record.DeliveredToClient);
        Assert.Equal((Opcode.Binary, expected), (record.Frame!.Opcode, record.Frame.Delivered));
        Assert.Equal(QueueState.Empty, record.Service.Queue);
        Assert.Equal(QueueState.Empty, record.Client.Queue);
    }
}
