using Rejoin.Faults.Links;
using Rejoin.Faults.Plans;
using Rejoin.Faults.Tests.Peers;

namespace Rejoin.Faults.Tests.Links;

public sealed class HealTests
{
    private const Direction C2S = Direction.ClientToService;

    [Theory]
    [InlineData("middle")]
    [InlineData("responseEnd")]
    [InlineData("requestEnd")]
    public async Task Black_hole_that_heals_lets_every_byte_through_in_order(string at)
    {
        var clock = new ManualClock();
        await using var knock = await OpenAsync(clock, FaultKind.BlackHole, at);
        var connecting = knock.ConnectAsync();
        if (at == "middle")
        {
            await (await connecting).Client.SendAsync(Frames.Make(C2S, 10));
        }

        await Until.TrueAsync(() => clock.Waiting == 1, "silent");
        Assert.Equal(0, knock.Link.Injections[0].HealedAt);
        clock.Advance(TimeSpan.FromSeconds(60));
        var (client, service) = await connecting;
        if (at != "middle")
        {
            await client.SendAsync(Frames.Make(C2S, 10));
        }

        Assert.Equal(Frames.Make(C2S, 10), await service.ReadExactlyAsync(16));
        var record = await knock.SettledAsync();
        Assert.Equal((InjectionOutcome.Fired, null), (record.Outcome, record.Reason));
        Assert.Equal((SocketDeed.Silence, SocketDeed.Silence), (record.Client.Deed, record.Service.Deed));
        Assert.True(record.HealedAt - record.FiredAt >= clock.TimestampFrequency * 60);
        Assert.Equal(ConnectionEnd.Open, knock.Link.Connections[0].End);
        Assert.False(record.Do.EndsConnection);
    }

    [Theory]
    [InlineData(FaultKind.HalfOpenClientLost, "after")]
    [InlineData(FaultKind.HalfOpenServiceLost, "middle")]
    [InlineData(FaultKind.HalfOpenClientLost, "requestEnd")]
    [InlineData(FaultKind.HalfOpenServiceLost, "request:9")]
    [InlineData(FaultKind.HalfOpenServiceLost, "accepted")]
    [InlineData(FaultKind.HalfOpenClientLost, "responseEnd")]
    public async Task Half_open_connection_that_heals_resets_the_silent_end(FaultKind kind, string at)
    {
        var clock = new ManualClock();
        await using var knock = await OpenAsync(clock, kind, at);
        var client = await knock.AskAsync();
        var service = at == "accepted" ? null : await knock.AcceptAsync();
        if (at is "after" or "middle" or "responseEnd")
        {
            await service!.ReadHeadAsync();
            await service.SendTextAsync(RawService.Switching);
            await client.ReadHeadAsync();
        }

        if (at is "after" or "middle")
        {
            await client.SendAsync(Frames.Make(C2S, 10));
        }

        var silent = kind == FaultKind.HalfOpenClientLost ? service! : client;
        await Until.TrueAsync(() => clock.Waiting == 1, "silent");
        clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(0, knock.Link.Injections[0].HealedAt);
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("rst", (await silent.ReadToEndAsync()).End);
        var record = await knock.SettledAsync();
        Assert.Equal((InjectionOutcome.Fired, null), (record.Outcome, record.Reason));
        Assert.Equal(clock.TimestampFrequency * 60, record.HealedAt - record.FiredAt);
        Assert.True(record.Do.EndsConnection);
    }

    private static Task<Knock> OpenAsync(ManualClock clock, FaultKind kind, string at) =>
        Knock.OpenAsync(uri => new LinkOptions
        {
            Upstream = uri,
            TimeProvider = clock,
            Plan = new FaultPlan { Faults = [Fault(kind, at)] },
        });

    private static Fault Fault(FaultKind kind, string at)
    {
        if (HandshakePosition.TryParse(at, out _))
        {
            return Frames.Handshake(kind, at, healMs: 60_000);
        }

        var fault = Frames.Fault(kind, C2S, 1, at);
        return fault with { Do = fault.Do with { Heal = new HealRule(60_000) } };
    }
}
