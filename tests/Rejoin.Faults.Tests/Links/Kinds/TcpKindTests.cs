using System.Net.Sockets;
using Rejoin.Faults.Links;
using Rejoin.Faults.Plans;
using Rejoin.Faults.Tests.Peers;

namespace Rejoin.Faults.Tests.Links.Kinds;

public sealed class TcpKindTests
{
    private const Direction C2S = Direction.ClientToService;
    private const Direction S2C = Direction.ServiceToClient;

    [Fact]
    public async Task Refuse_closes_the_port_while_connections_go_on_and_opens_it_again()
    {
        var clock = new ManualClock();
        await using var pair = await Planned.OpenAsync(clock, Planned.InFrame(
            new() { Kind = FaultKind.Refuse, Heal = new HealRule(500) }, S2C, position: "after"));
        var frame = Frames.Make(S2C, 10);
        await pair.Service.SendAsync(frame);
        await pair.Client.ReadExactlyAsync(frame.Length);
        await Until.TrueAsync(() => clock.Waiting == 1, "refusing");
        for (var i = 0; i < 3; i++)
        {
            var refused = await Assert.ThrowsAsync<SocketException>(() => Pair.DialAsync(pair.Link.ClientUri));
            Assert.Equal(SocketError.ConnectionRefused, refused.SocketErrorCode);
        }

        await pair.Service.SendAsync(frame);
        Assert.Equal(frame, await pair.Client.ReadExactlyAsync(frame.Length));
        clock.Advance(TimeSpan.FromMilliseconds(500));
        await Until.TrueAsync(() => pair.Link.Injections is [{ HealedAt: > 0, SettledAt: > 0 }], "healed");
        await pair.ReconnectAsync();
        Assert.Equal(2, pair.Link.Connections.Count);
        pair.Link.Fired();
    }

    [Fact]
    public async Task Refuse_before_a_cut_lets_no_dial_through_until_it_is_healed_by_hand()
    {
        await using var pair = await Pair.OpenAsync(
            Planned.InFrame(new() { Kind = FaultKind.Refuse }, S2C, id: "door"),
            Planned.InFrame(new() { Kind = FaultKind.Rst }, S2C, id: "cut"));
        await pair.Service.SendAsync(Frames.Make(S2C, 1));
        Assert.Equal("rst", (await pair.Client.ReadToEndAsync()).End);
        await Assert.ThrowsAsync<SocketException>(() => Pair.DialAsync(pair.Link.ClientUri));
        Assert.Equal(0, pair.Link.Heal("cut"));
        Assert.Equal(1, pair.Link.Heal("door"));
        await Until.TrueAsync(() => pair.Link.Injections is [{ HealedAt: > 0 }, _], "healed");
        await pair.ReconnectAsync();
    }

    [Theory]
    [InlineData(C2S)]
    [InlineData(S2C)]
    public async Task Half_close_ends_one_direction_and_the_other_goes_on(Direction way)
    {
        var other = way == C2S ? S2C : C2S;
        await using var pair = await Pair.OpenAsync(
            Planned.InFrame(new() { Kind = FaultKind.HalfClose }, way, position: "payload:3"));
        var frame = Frames.Make(way, 10);
        await pair.From(way).SendAsync([.. frame, .. frame]);
        var (bytes, end) = await pair.To(way).ReadToEndAsync();
        Assert.Equal(frame[..^7], bytes);
        Assert.Equal("fin", end);
        var back = Frames.Make(other, 20);
        await pair.From(other).SendAsync([.. back, .. back]);
        Assert.Equal((byte[])[.. back, .. back], await pair.To(other).ReadExactlyAsync(2 * back.Length));
        var record = pair.Link.Fired();
        Assert.Equal(SocketDeed.Fin, (way == C2S ? record.Service : record.Client).Deed);
        Assert.Equal(SocketDeed.None, (way == C2S ? record.Client : record.Service).Deed);
    }

    [Fact]
    public async Task Black_hole_one_way_holds_its_direction_until_it_heals_and_loses_nothing()
    {
        var clock = new ManualClock();
        await using var pair = await Planned.OpenAsync(clock, Planned.InFrame(
            new() { Kind = FaultKind.BlackHoleOneWay, Heal = new HealRule(1000) }, S2C, frame: 2));
        var (down, up) = (Frames.Make(S2C, 10), Frames.Make(C2S, 10));
        await pair.Service.SendAsync([.. down, .. down, .. down]);
        await pair.Client.ReadExactlyAsync(down.Length);
        await Until.TrueAsync(() => clock.Waiting == 1, "held");
        await pair.Client.SendAsync(up);
        Assert.Equal(up, await pair.Service.ReadExactlyAsync(up.Length));
        Assert.True(pair.Client.IsSilent());
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal((byte[])[.. down, .. down], await pair.Client.ReadExactlyAsync(2 * down.Length));
        Assert.True(pair.Link.Fired().HealedAt > 0);
    }

    [Fact]
    public async Task Rst_lossy_resets_both_ends_without_waiting()
    {
        await using var pair = await Pair.OpenAsync(
            Planned.InFrame(new() { Kind = FaultKind.RstLossy }, S2C, position: "after"));
        var frame = Frames.Make(S2C, 10);
        await pair.Service.SendAsync(frame);
        Assert.Equal("rst", (await pair.Client.ReadToEndAsync()).End);
        Assert.Equal("rst", (await pair.Service.ReadToEndAsync()).End);
        Assert.Equal(SocketDeed.Rst, pair.Link.Fired().Client.Deed);
    }

    [Fact]
    public async Task A_stall_can_be_ended_early()
    {
        var clock = new ManualClock();
        await using var pair = await Planned.OpenAsync(
            clock, Planned.InFrame(new() { Kind = FaultKind.Stall, DelayMs = 60_000 }, S2C));
        var frame = Frames.Make(S2C, 10);
        await pair.Service.SendAsync(frame);
        await Until.TrueAsync(() => clock.Waiting == 1, "stalled");
        Assert.True(pair.Client.IsSilent());
        Assert.Equal(1, pair.Link.Heal());
        Assert.Equal(frame, await pair.Client.ReadExactlyAsync(frame.Length));
    }
}
