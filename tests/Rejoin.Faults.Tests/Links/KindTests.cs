using Rejoin.Faults.Links;
using Rejoin.Faults.Plans;
using Rejoin.Faults.Tests.Peers;

namespace Rejoin.Faults.Tests.Links;

public sealed class KindTests
{
    private const Direction C2S = Direction.ClientToService;
    private const Direction S2C = Direction.ServiceToClient;

    [Theory]
    [InlineData(C2S, "middle")]
    [InlineData(S2C, "after")]
    [InlineData(S2C, "header:1")]
    public async Task Half_open_client_lost_resets_the_client_and_keeps_the_service_silent(Direction way, string at) =>
        await HalfOpenAsync(FaultKind.HalfOpenClientLost, way, at);

    [Theory]
    [InlineData(C2S, "middle")]
    [InlineData(C2S, "before")]
    [InlineData(S2C, "last")]
    public async Task Half_open_service_lost_resets_the_service_and_keeps_the_client_silent(Direction way, string at) =>
        await HalfOpenAsync(FaultKind.HalfOpenServiceLost, way, at);

    private static async Task HalfOpenAsync(FaultKind kind, Direction way, string at)
    {
        await using var pair = await Pair.OpenAsync(Frames.Fault(kind, way, 1, at));
        var sender = way == C2S ? pair.Client : pair.Service;
        var clientLost = kind == FaultKind.HalfOpenClientLost;
        var (lost, kept) = clientLost ? (pair.Client, pair.Service) : (pair.Service, pair.Client);
        await sender.SendAsync(Frames.Make(way, 10));

        Assert.Equal("rst", (await lost.ReadToEndAsync()).End);
        var record = Assert.Single(pair.Link.Injections);
        var towardsKept = clientLost ? record.DeliveredToService : record.DeliveredToClient;
        await kept.ReadExactlyAsync((int)towardsKept);
        await kept.SendAsync(Frames.Make(clientLost ? S2C : C2S, 10));
        Assert.True(kept.IsSilent());
        Assert.Equal(InjectionOutcome.Fired, record.Outcome);
        var (lostSight, keptSight) = clientLost ? (record.Client, record.Service) : (record.Service, record.Client);
        Assert.Equal((SocketDeed.Rst, SocketDeed.Silence), (lostSight.Deed, keptSight.Deed));

        kept.Fin();
        await Until.TrueAsync(() => SawFin(pair.Link.Complete()[0], clientLost), "the kept end left");
    }

    private static bool SawFin(Injection record, bool service) =>
        (service ? record.Service : record.Client).Saw == PeerSignal.Fin;

    [Fact]
    public async Task Black_hole_keeps_both_ends_open_and_silent()
    {
        await using var pair = await Pair.OpenAsync(Frames.Fault(FaultKind.BlackHole, C2S, 1, "payload:3"));
        await pair.Client.SendAsync(Frames.Make(C2S, 10));
        Assert.Equal(Frames.Make(C2S, 10)[..9], await pair.Service.ReadExactlyAsync(9));
        await Until.TrueAsync(() => pair.Link.Injections is [{ FiredAt: > 0 }], "fired");
        await pair.Service.SendAsync(Frames.Make(S2C, 10));
        await pair.Client.SendAsync(Frames.Make(C2S, 10));
        await pair.ReconnectAsync();
        Assert.True(pair.FirstClient!.IsSilent());
        Assert.True(pair.FirstService!.IsSilent());
        Assert.Equal(0, pair.Link.Connections[0].ClosedAt);
        Assert.Equal((ConnectionEnd.Fault, "f1"), (pair.Link.Connections[0].End, pair.Link.Connections[0].EndedBy));
    }

    [Fact]
    public async Task Stall_stops_both_ways_and_then_goes_on_with_every_byte_in_order()
    {
        var clock = new ManualClock();
        await using var pair = await Pair.OpenAsync(uri => new LinkOptions
        {
            Upstream = uri,
            TimeProvider = clock,
            Plan = new FaultPlan { Faults = [Frames.Fault(FaultKind.Stall, C2S, 2, "middle", delayMs: 60_000)] },
        });
        byte[] toService = [.. Frames.Make(C2S, 10), .. Frames.Make(C2S, 20), .. Frames.Make(C2S, 30)];
        byte[] toClient = [.. Frames.Make(S2C, 40), .. Frames.Make(S2C, 50)];
        var prefix = Frames.Make(C2S, 10).Length + 6 + 10;
        await pair.Client.SendAsync(toService);
        var got = await pair.Service.ReadExactlyAsync(prefix);
        await Until.TrueAsync(() => clock.Waiting == 1, "stalled");
        await pair.Service.SendAsync(toClient);
        await pair.Client.SendAsync(toService);
        Assert.True(pair.Client.IsSilent());
        Assert.True(pair.Service.IsSilent());
        Assert.Equal(0, pair.Link.Injections[0].SettledAt);

        clock.Advance(TimeSpan.FromSeconds(60));
        got = [.. got, .. await pair.Service.ReadExactlyAsync((2 * toService.Length) - prefix)];
        Assert.Equal([.. toService, .. toService], got);
        Assert.Equal(toClient, await pair.Client.ReadExactlyAsync(toClient.Length));
        var record = Assert.Single(pair.Link.Injections);
        Assert.Equal(InjectionOutcome.Fired, record.Outcome);
        Assert.True(record.SettledAt - record.FiredAt >= clock.TimestampFrequency * 60);
        Assert.Equal(ConnectionEnd.Open, pair.Link.Connections[0].End);
    }

    [Fact]
    public async Task Delay_holds_each_chunk_of_its_direction_from_its_point_on()
    {
        var clock = new ManualClock();
        await using var pair = await Pair.OpenAsync(uri => new LinkOptions
        {
            Upstream = uri,
            TimeProvider = clock,
            Plan = new FaultPlan { Faults = [Frames.Fault(FaultKind.Delay, S2C, 1, "after", delayMs: 100)] },
        });
        var frame = Frames.Make(S2C, 10);
        await pair.Service.SendAsync(frame);
        await pair.Client.ReadExactlyAsync(frame.Length);
        for (var i = 0; i < 3; i++)
        {
            await pair.Service.SendAsync(frame);
            await Until.TrueAsync(() => clock.Waiting == 1, "held");
            Assert.True(pair.Client.IsSilent());
            clock.Advance(TimeSpan.FromMilliseconds(100));
            Assert.Equal(frame, await pair.Client.ReadExactlyAsync(frame.Length));
        }

        await pair.Client.SendAsync(Frames.Make(C2S, 10));
        await pair.Service.ReadExactlyAsync(16);
        Assert.Equal(InjectionOutcome.Fired, Assert.Single(pair.Link.Injections).Outcome);
    }

    [Theory]
    [InlineData(C2S, "before")]
    [InlineData(C2S, "after")]
    [InlineData(S2C, "before")]
    [InlineData(S2C, "after")]
    public async Task Close_sends_a_close_frame_both_ways_and_a_fin_after_the_answer(Direction way, string at)
    {
        await using var pair = await Pair.OpenAsync(Frames.Fault(FaultKind.Close, way, 1, at, code: 1012));
        var frame = Frames.Make(way, 10);
        await (way == C2S ? pair.Client : pair.Service).SendAsync([.. frame, .. frame]);

        byte[] through = at == "after" ? frame : [];
        var service = await pair.Service.ReadExactlyAsync((way == C2S ? through.Length : 0) + 8);
        var client = await pair.Client.ReadExactlyAsync((way == S2C ? through.Length : 0) + 4);
        Assert.Equal("880203F4", Convert.ToHexString(client[^4..]));
        Assert.Equal("8882", Convert.ToHexString(service[^8..^6]));
        Assert.True(pair.Client.IsSilent());

        await pair.Client.SendAsync(Frames.Close(C2S, 1012));
        Assert.Equal("fin", (await pair.Client.ReadToEndAsync()).End);
        await pair.Service.SendAsync([.. Frames.Make(S2C, 3), .. Frames.Close(S2C, 1001)]);
        Assert.Equal("fin", (await pair.Service.ReadToEndAsync()).End);
        pair.Client.Fin();
        pair.Service.Fin();
        await Until.TrueAsync(() => pair.Link.Injections is [{ SettledAt: > 0 }], "settled");
        var record = pair.Link.Injections[0];
        Assert.Equal((InjectionOutcome.Fired, null), (record.Outcome, record.Reason));
        Assert.Equal((1012, 1001), (record.Client.CloseReply, record.Service.CloseReply));
        Assert.Equal((PeerSignal.Fin, PeerSignal.Fin), (record.Client.Saw, record.Service.Saw));
        Assert.Equal(through.Length, way == C2S ? record.DeliveredToService : record.DeliveredToClient);
    }

    [Fact]
    public async Task Close_waits_for_the_other_direction_to_reach_a_frame_boundary()
    {
        await using var pair = await Pair.OpenAsync(Frames.Fault(FaultKind.Close, C2S, 1, "after", code: 1001));
        var large = Frames.Make(S2C, 1000);
        await pair.Service.SendAsync(large[..500]);
        await pair.Client.ReadExactlyAsync(500);
        await pair.Client.SendAsync(Frames.Make(C2S, 10));
        await pair.Service.ReadExactlyAsync(16);
        await pair.Service.SendAsync([.. large[500..], .. large]);
        var rest = await pair.Client.ReadExactlyAsync(large.Length - 500 + 4);
        Assert.Equal([.. large[500..], 0x88, 2, 0x03, 0xE9], rest);
        Assert.Equal(InjectionOutcome.Fired, pair.Link.Injections[0].Outcome);
    }

    [Fact]
    public async Task Close_inside_a_frame_of_the_other_direction_is_mislabelled()
    {
        await using var pair = await Pair.OpenAsync(uri => new LinkOptions
        {
            Upstream = uri,
            Limits = new LinkLimits { SettleMs = 50, DrainMs = 50 },
            Plan = new FaultPlan { Faults = [Frames.Fault(FaultKind.Close, C2S, 1, "after", code: 1001)] },
        });
        await pair.Service.SendAsync(Frames.Make(S2C, 1000)[..500]);
        await pair.Client.ReadExactlyAsync(500);
        await pair.Client.SendAsync(Frames.Make(C2S, 10));
        Assert.Equal(([], "fin"), await pair.Client.ReadToEndAsync());
        var record = Assert.Single(pair.Link.Injections);
        Assert.Equal(InjectionOutcome.Mislabelled, record.Outcome);
        Assert.Equal("the other direction had not delivered what was read; no close frame to the client: " +
            "a frame towards it was not complete", record.Reason);
    }

    [Theory]
    [InlineData(FaultKind.Fin, "fin")]
    [InlineData(FaultKind.Rst, "rst")]
    public async Task Cut_delivers_first_what_was_read_in_the_other_direction(FaultKind kind, string end)
    {
        for (var i = 0; i < 20; i++)
        {
            await using var pair = await Pair.OpenAsync(Frames.Fault(kind, C2S, 1, "after"));
            var answer = Frames.Make(S2C, 30_000);
            await pair.Service.SendAsync(answer);
            await Until.TrueAsync(() => pair.Link.Connections[0].ToClient.Bytes > 0, "something was read");
            await pair.Client.SendAsync(Frames.Make(C2S, 10));
            var (bytes, saw) = await pair.Client.ReadToEndAsync();
            var record = Assert.Single(pair.Link.Injections);
            Assert.Equal(end, saw);
            Assert.Equal(record.DeliveredToClient, bytes.Length);
            Assert.Equal(InjectionOutcome.Fired, record.Outcome);
        }
    }

    [Fact]
    public async Task Fin_records_that_the_peers_closed_or_reset_afterwards()
    {
        await using var pair = await Pair.OpenAsync(Frames.Fault(FaultKind.Fin, C2S, 1, "after"));
        await pair.Client.SendAsync(Frames.Make(C2S, 10));
        await pair.Client.ReadToEndAsync();
        await pair.Client.SendAsync(Frames.Make(C2S, 100));
        pair.Client.Fin();
        pair.Service.Rst();
        await Until.TrueAsync(() => pair.Link.Injections is [{ SettledAt: > 0 }], "settled");
        var record = pair.Link.Injections[0];
        Assert.Equal((PeerSignal.Fin, PeerSignal.Rst), (record.Client.Saw, record.Service.Saw));
        Assert.Equal(Frames.Make(C2S, 100).Length, record.Client.DiscardedBytes);
        Assert.Equal(InjectionOutcome.Fired, record.Outcome);
    }

    [Theory]
    [InlineData(FaultKind.Fin, InjectionOutcome.Mislabelled)]
    [InlineData(FaultKind.BlackHole, InjectionOutcome.Mislabelled)]
    [InlineData(FaultKind.HalfOpenClientLost, InjectionOutcome.Mislabelled)]
    [InlineData(FaultKind.HalfOpenServiceLost, InjectionOutcome.Fired)]
    [InlineData(FaultKind.Rst, InjectionOutcome.Fired)]
    [InlineData(FaultKind.Stall, InjectionOutcome.Fired)]
    public async Task Cut_of_a_connection_whose_client_has_ended_its_side_is_labelled_as_what_the_service_sees(
        FaultKind kind, InjectionOutcome outcome)
    {
        await using var pair = await Pair.OpenAsync(
            Frames.Fault(kind, S2C, 1, "after", delayMs: kind == FaultKind.Stall ? 1 : null));
        pair.Client.Fin();
        Assert.Equal(([], "fin"), await pair.Service.ReadToEndAsync());
        await pair.Service.SendAsync(Frames.Make(S2C, 5));
        await pair.Client.ReadExactlyAsync(7);
        await Until.TrueAsync(() => pair.Link.Injections is [{ FiredAt: > 0 }], "fired");
        var record = pair.Link.Injections[0];
        Assert.Equal(outcome, record.Outcome);
        Assert.Equal(
            outcome == InjectionOutcome.Fired ? null : "a FIN had gone to the service before", record.Reason);
    }

    [Theory]
    [InlineData(DataOpcode.Binary, InjectionOutcome.Fired, null)]
    [InlineData(DataOpcode.Text, InjectionOutcome.NotFired, "frame 1 is binary, not text")]
    public async Task Fault_that_asks_for_a_kind_of_frame_spares_another(
        DataOpcode asked, InjectionOutcome outcome, string? reason)
    {
        var fault = Frames.Fault(FaultKind.Rst, S2C, 1, "after");
        await using var pair = await Pair.OpenAsync(fault with { At = fault.At with { Opcode = asked } });
        await pair.Service.SendAsync(Frames.Make(S2C, 5, Rejoin.Faults.Codec.Opcode.Binary));
        if (outcome == InjectionOutcome.NotFired)
        {
            // One that is spared goes on; one that is reset may have lost what came before it.
            await pair.Client.ReadExactlyAsync(7);
            await pair.Service.SendAsync(Frames.Make(S2C, 5));
        }

        await Until.TrueAsync(() => pair.Link.Injections.Count == 1, "settled");
        var record = pair.Link.Injections[0];
        Assert.Equal((outcome, reason), (record.Outcome, record.Reason));
    }

    [Fact]
    public async Task Rst_that_its_peer_has_not_acknowledged_is_mislabelled()
    {
        await using var pair = await Pair.OpenAsync(uri => new LinkOptions
        {
            Upstream = uri,
            Limits = new LinkLimits { SettleMs = 20 },
            Plan = new FaultPlan { Faults = [Frames.Fault(FaultKind.Rst, C2S, 1, "after")] },
        });
        pair.Service.Socket.ReceiveBufferSize = 4096;
        var large = Frames.Make(C2S, 300_000);
        await pair.Client.SendAsync(large);
        await Until.TrueAsync(() => pair.Link.Injections is [{ FiredAt: > 0 }], "fired");
        var record = pair.Link.Injections[0];
        Assert.Equal(InjectionOutcome.Mislabelled, record.Outcome);
        Assert.Equal("the service had not acknowledged everything", record.Reason);
        Assert.Equal(QueueState.NotEmpty, record.Service.Queue);
    }
}
