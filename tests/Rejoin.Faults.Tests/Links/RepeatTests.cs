using Rejoin.Faults.Links;
using Rejoin.Faults.Plans;
using Rejoin.Faults.Tests.Peers;

namespace Rejoin.Faults.Tests.Links;

public sealed class RepeatTests
{
    private const Direction C2S = Direction.ClientToService;
    private const Direction S2C = Direction.ServiceToClient;

    [Theory]
    [InlineData(FaultKind.Fin, S2C, "before")]
    [InlineData(FaultKind.Rst, S2C, "middle")]
    [InlineData(FaultKind.HalfOpenClientLost, C2S, "header:1")]
    [InlineData(FaultKind.HalfOpenServiceLost, C2S, "last")]
    [InlineData(FaultKind.BlackHole, S2C, "after")]
    [InlineData(FaultKind.Close, S2C, "after")]
    public async Task Persistent_fault_fires_at_the_same_place_of_every_connection(
        FaultKind kind, Direction way, string at)
    {
        await using var knock = await Knock.OpenAsync(Persistent(kind, way, at));
        for (var n = 1; n <= 4; n++)
        {
            var (client, service) = await knock.ConnectAsync();
            var (sender, receiver) = way == C2S ? (client, service) : (service, client);
            await sender.SendAsync([.. Frames.Make(way, 3), .. Frames.Make(way, 10)]);
            if (n == 1)
            {
                await receiver.ReadExactlyAsync(Frames.Make(way, 3).Length + Frames.Make(way, 10).Length);
                continue;
            }

            var record = await knock.FiredAsync(n - 1);
            Assert.Equal((InjectionOutcome.Fired, null, n), (record.Outcome, record.Reason, record.At.Connection));
            var delivered = way == C2S ? record.DeliveredToService : record.DeliveredToClient;
            var offset = FramePosition.Parse(at).OffsetIn(way == C2S ? 6 : 2, 10)!.Value;
            Assert.Equal(Frames.Make(way, 3).Length + offset, delivered);
        }

        Assert.Equal([2, 3, 4], knock.Link.Complete().Select(i => i.At.Connection));
        Assert.Equal(
            [ConnectionEnd.Open, ConnectionEnd.Fault, ConnectionEnd.Fault, ConnectionEnd.Fault],
            knock.Link.Connections.Select(c => c.End));
    }

    [Fact]
    public async Task Persistent_fault_that_fired_once_is_not_owed_by_connections_that_never_came_that_far()
    {
        await using var knock = await Knock.OpenAsync(Persistent(FaultKind.Rst, S2C, "after"));
        await knock.ConnectAsync();
        var (client, service) = await knock.ConnectAsync();
        await service.SendAsync([.. Frames.Make(S2C, 3), .. Frames.Make(S2C, 10)]);
        await client.ReadToEndAsync();
        await knock.ConnectAsync();
        var record = Assert.Single(knock.Link.Complete());
        Assert.Equal((InjectionOutcome.Fired, 2), (record.Outcome, record.At.Connection));
    }

    [Fact]
    public async Task Persistent_fault_that_never_fired_says_so_once()
    {
        await using var knock = await Knock.OpenAsync(Persistent(FaultKind.Rst, S2C, "after"));
        for (var n = 0; n < 3; n++)
        {
            await knock.ConnectAsync();
        }

        var record = Assert.Single(knock.Link.Complete());
        Assert.Equal((InjectionOutcome.NotFired, 2), (record.Outcome, record.At.Connection));
        Assert.Equal(
            "only 0 data frames went that way on connection 2, and too few on each later one (up to 3)", record.Reason);
    }

    [Fact]
    public async Task Persistent_fault_whose_frame_is_too_short_says_so_for_each_connection()
    {
        await using var knock = await Knock.OpenAsync(Persistent(FaultKind.Rst, S2C, "payload:9"));
        for (var n = 0; n < 3; n++)
        {
            var (client, service) = await knock.ConnectAsync();
            await service.SendAsync([.. Frames.Make(S2C, 3), .. Frames.Make(S2C, 1 + n)]);
            await client.ReadExactlyAsync(5 + 3 + n);
        }

        Assert.Equal(
            "connection 2: the frame is shorter: 2 bytes of header and 2 of payload, no payload:9; " +
            "connection 3: the frame is shorter: 2 bytes of header and 3 of payload, no payload:9",
            Assert.Single(knock.Link.Complete()).Reason);
    }

    private static Fault Persistent(FaultKind kind, Direction way, string at) =>
        Frames.Fault(kind, way, 2, at, connection: 2, code: kind == FaultKind.Close ? 1011 : null) with
        {
            Repeat = FaultRepeat.Always,
        };
}
