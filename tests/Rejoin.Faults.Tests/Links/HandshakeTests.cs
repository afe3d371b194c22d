using Rejoin.Faults.Links;
using Rejoin.Faults.Plans;
using Rejoin.Faults.Tests.Peers;

namespace Rejoin.Faults.Tests.Links;

/// <summary>Every kind at every place of an opening handshake, as the two ends see it.</summary>
public sealed class HandshakeTests
{
    private static readonly string[] Places =
        ["accepted", "request:1", "request:17", "requestEnd", "response:1", "response:40", "responseEnd"];

    private static readonly FaultKind[] Cuts =
    [
        FaultKind.Fin, FaultKind.Rst, FaultKind.HalfOpenClientLost, FaultKind.HalfOpenServiceLost, FaultKind.BlackHole,
    ];

    public static TheoryData<FaultKind, string> KindsAndPlaces() =>
        [.. Cuts.SelectMany(kind => Places.Select(place => (kind, place)))];

    [Theory]
    [MemberData(nameof(KindsAndPlaces))]
    public async Task Cut_in_a_handshake_delivers_exactly_the_prefix_and_acts_as_its_kind(FaultKind kind, string place)
    {
        await using var knock = await Knock.OpenAsync(Frames.Handshake(kind, place));
        var position = HandshakePosition.Parse(place);
        var client = await knock.AskAsync();
        var service = position.Kind == HandshakePositionKind.Accepted ? null : await knock.AcceptAsync();
        if (position.Direction == Direction.ServiceToClient)
        {
            await service!.ReadHeadAsync();
            await service.SendAsync([.. Knock.Response, .. Frames.Make(Direction.ServiceToClient, 5)]);
        }

        var record = await knock.FiredAsync();
        var towardsService = Deed(kind, Direction.ClientToService);
        var towardsClient = Deed(kind, Direction.ServiceToClient);
        var request = position.Direction == Direction.ServiceToClient ? 0 : position.OffsetIn(knock.Request.Length)!;
        var response = position.Direction == Direction.ServiceToClient ? position.OffsetIn(Knock.Response.Length)! : 0;
        await AssertSawAsync(client, Knock.Response[..response.Value], towardsClient);
        if (service is not null)
        {
            await AssertSawAsync(service, knock.Request[..request.Value], towardsService);
        }

        Assert.Equal((InjectionOutcome.Fired, null), (record.Outcome, record.Reason));
        Assert.Equal(service is null ? SocketDeed.NotConnected : towardsService, record.Service.Deed);
        Assert.Equal(towardsClient, record.Client.Deed);
        Assert.Equal((1, 1, null), (record.At.Connection, record.Attempt, record.Frame));
        Assert.Equal(response == 0 ? request : knock.Request.Length, record.RequestBytes);
        Assert.Equal(response, record.ResponseBytes);
        Assert.Equal((0L, 0L), (record.DeliveredToService, record.DeliveredToClient));
        Assert.Equal(position.Direction == Direction.ServiceToClient ? 1 : 0, knock.Link.Connections.Count);
    }

    [Theory]
    [InlineData("accepted", 1)]
    [InlineData("request:17", 1)]
    [InlineData("requestEnd", 1)]
    [InlineData("response:40", 2)]
    [InlineData("responseEnd", 2)]
    public async Task Transient_fault_spares_the_next_attempt(string place, int connections)
    {
        await using var knock = await Knock.OpenAsync(Frames.Handshake(FaultKind.Rst, place));
        await CutOnceAsync(knock, place);
        var (client, service) = await knock.ConnectAsync();
        await client.SendAsync(Frames.Make(Direction.ClientToService, 5));
        await service.ReadExactlyAsync(11);
        Assert.Single(knock.Link.Complete());
        Assert.Equal(connections, knock.Link.Connections.Count);
        Assert.Equal(2, knock.Link.Connections[^1].Attempt);
        Assert.Equal(2, knock.Link.Attempts);
    }

    [Theory]
    [InlineData("accepted", new[] { 1, 1, 1 })]
    [InlineData("request:17", new[] { 1, 1, 1 })]
    [InlineData("requestEnd", new[] { 1, 1, 1 })]
    [InlineData("response:40", new[] { 1, 2, 3 })]
    [InlineData("responseEnd", new[] { 1, 2, 3 })]
    public async Task Persistent_fault_fires_at_every_attempt(string place, int[] connections)
    {
        await using var knock = await Knock.OpenAsync(
            Frames.Handshake(FaultKind.Rst, place, repeat: FaultRepeat.Always));
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            await CutOnceAsync(knock, place);
        }

        var records = knock.Link.Complete();
        Assert.Equal([1, 2, 3], records.Select(r => r.Attempt));
        Assert.Equal(connections, records.Select(r => r.At.Connection));
        Assert.All(records, r => Assert.Equal((InjectionOutcome.Fired, "f1"), (r.Outcome, r.FaultId)));
    }

    [Theory]
    [InlineData("accepted")]
    [InlineData("request:17")]
    [InlineData("response:40")]
    [InlineData("responseEnd")]
    public async Task Second_connection_is_cut_in_its_handshake_and_the_first_spared(string place)
    {
        await using var knock = await Knock.OpenAsync(Frames.Handshake(FaultKind.Rst, place, connection: 2));
        var (first, _) = await knock.ConnectAsync();
        await CutOnceAsync(knock, place);
        Assert.True(first.IsSilent());
        Assert.Equal((2, 2), (knock.Link.Injections[0].At.Connection, knock.Link.Injections[0].Attempt));
    }

    [Fact]
    public async Task Every_byte_of_both_heads_can_be_cut()
    {
        await using var open = await Knock.OpenAsync();
        await open.ConnectAsync();
        var heads = open.Link.Connections[0];
        Assert.Equal(
            (open.Request.Length, Knock.Response.Length), (heads.RequestHeadBytes, heads.ResponseHeadBytes));
        for (var j = 1; j <= heads.RequestHeadBytes; j++)
        {
            await using var knock = await Knock.OpenAsync(Frames.Handshake(FaultKind.Fin, $"request:{j}"));
            using var client = await knock.AskAsync();
            var (bytes, end) = await (await knock.AcceptAsync()).ReadToEndAsync();
            Assert.Equal((j, "fin"), (bytes.Length, end));
            Assert.Equal(([], "fin"), await client.ReadToEndAsync());
        }

        for (var j = 1; j <= heads.ResponseHeadBytes; j++)
        {
            await using var knock = await Knock.OpenAsync(Frames.Handshake(FaultKind.Rst, $"response:{j}"));
            using var client = await knock.AskAsync();
            var service = await knock.AcceptAsync();
            await service.ReadHeadAsync();
            await service.SendTextAsync(RawService.Switching);
            var (bytes, end) = await client.ReadToEndAsync();
            Assert.Equal((j, "rst"), (bytes.Length, end));
            Assert.Equal("rst", (await service.ReadToEndAsync()).End);
        }
    }

    [Theory]
    [InlineData("request:5000", "connection 1: the head is shorter: 157 bytes, no request:5000")]
    [InlineData("response:5000", "connection 1: the head is shorter: 129 bytes, no response:5000")]
    public async Task Head_that_is_shorter_is_not_cut_and_the_record_says_so(string place, string reason)
    {
        await using var knock = await Knock.OpenAsync(Frames.Handshake(FaultKind.Rst, place));
        await knock.ConnectAsync();
        var length = place.StartsWith("request", StringComparison.Ordinal) ? knock.Request.Length : 129;
        var record = Assert.Single(knock.Link.Complete());
        Assert.Equal(InjectionOutcome.NotFired, record.Outcome);
        Assert.Equal(reason.Replace("157", $"{length}", StringComparison.Ordinal), record.Reason);
    }

    [Theory]
    [InlineData("request:1", "attempt 1: the client ended its request after 9 bytes")]
    [InlineData("response:1", "attempt 1: the client ended its request after 9 bytes")]
    [InlineData("accepted", "nobody")]
    public async Task Request_that_never_came_whole_is_not_cut_and_the_record_says_so(string place, string reason)
    {
        var connection = place == "accepted" ? 2 : 1;
        await using var knock = await Knock.OpenAsync(Frames.Handshake(FaultKind.Rst, place, connection));
        var client = await knock.DialAsync();
        await client.SendTextAsync("GET /ws H");
        client.Fin();
        await client.ReadToEndAsync();
        var record = Assert.Single(knock.Link.Complete());
        Assert.Equal(InjectionOutcome.NotFired, record.Outcome);
        Assert.Equal(
            place == "accepted"
                ? "connection 2 was never asked for, only 0 were opened" : "connection 1: " + reason, record.Reason);
    }

    [Fact]
    public async Task Upgrade_that_the_service_refuses_is_not_cut_and_the_record_says_so()
    {
        await using var knock = await Knock.OpenAsync(Frames.Handshake(FaultKind.Rst, "responseEnd"));
        var client = await knock.AskAsync();
        var service = await knock.AcceptAsync();
        await service.ReadHeadAsync();
        await service.SendTextAsync("HTTP/1.1 401 No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        await client.ReadToEndAsync();
        Assert.Equal("connection 1: attempt 1: the service answered 401, not 101",
            Assert.Single(knock.Link.Complete()).Reason);
    }

    [Fact]
    public async Task Close_after_the_101_is_a_close_frame_before_any_other()
    {
        await using var knock = await Knock.OpenAsync(Frames.Handshake(FaultKind.Close, "responseEnd", code: 1012));
        var client = await knock.AskAsync();
        var service = await knock.AcceptAsync();
        await service.ReadHeadAsync();
        await service.SendAsync([.. Knock.Response, .. Frames.Make(Direction.ServiceToClient, 5)]);
        await client.ReadHeadAsync();
        Assert.Equal("880203F4", Convert.ToHexString(await client.ReadExactlyAsync(4)));
        Assert.Equal("8882", Convert.ToHexString(await service.ReadExactlyAsync(8))[..4]);
        await client.SendAsync(Frames.Close(Direction.ClientToService, 1012));
        await service.SendAsync(Frames.Close(Direction.ServiceToClient, 1012));
        Assert.Equal(("fin", "fin"), ((await client.ReadToEndAsync()).End, (await service.ReadToEndAsync()).End));
        client.Fin();
        service.Fin();
        var record = await knock.SettledAsync();
        Assert.Equal((1012, 1012), (record.Client.CloseReply, record.Service.CloseReply));
    }

    [Theory]
    [InlineData("accepted")]
    [InlineData("request:17")]
    [InlineData("requestEnd")]
    [InlineData("response:40")]
    [InlineData("responseEnd")]
    public async Task Stall_holds_a_handshake_and_then_lets_it_go_on(string place)
    {
        var clock = new ManualClock();
        await using var knock = await Knock.OpenAsync(uri => new LinkOptions
        {
            Upstream = uri,
            TimeProvider = clock,
            Plan = new FaultPlan { Faults = [Frames.Handshake(FaultKind.Stall, place, delayMs: 60_000)] },
        });
        var connecting = knock.ConnectAsync();
        await Until.TrueAsync(() => clock.Waiting == 1, "stalled");
        clock.Advance(TimeSpan.FromSeconds(60));
        var (client, service) = await connecting;
        await service.SendAsync(Frames.Make(Direction.ServiceToClient, 5));
        await client.ReadExactlyAsync(7);
        var record = Assert.Single(knock.Link.Injections);
        Assert.Equal((InjectionOutcome.Fired, null), (record.Outcome, record.Reason));
        Assert.True(record.SettledAt - record.FiredAt >= clock.TimestampFrequency * 60);
    }

    [Fact]
    public async Task Several_faults_of_one_handshake_happen_in_the_order_of_their_places()
    {
        var clock = new ManualClock();
        await using var knock = await Knock.OpenAsync(uri => new LinkOptions
        {
            Upstream = uri,
            TimeProvider = clock,
            Plan = new FaultPlan
            {
                Faults =
                [
                    Frames.Handshake(FaultKind.Rst, "responseEnd", id: "e"),
                    Frames.Handshake(FaultKind.Stall, "response:2", delayMs: 5, id: "d"),
                    Frames.Handshake(FaultKind.Stall, "requestEnd", delayMs: 5, id: "c"),
                    Frames.Handshake(FaultKind.Stall, "request:9", delayMs: 5, id: "b"),
                    Frames.Handshake(FaultKind.Stall, "accepted", delayMs: 5, id: "a"),
                ],
            },
        });
        var connecting = knock.ConnectAsync();
        for (var i = 0; i < 4; i++)
        {
            await Until.TrueAsync(() => clock.Waiting == 1, "stalled");
            clock.Advance(TimeSpan.FromMilliseconds(10));
        }

        await connecting;
        await Until.TrueAsync(() => knock.Link.Injections.Count == 5, "all fired");
        Assert.Equal("abcde", string.Concat(knock.Link.Injections.OrderBy(i => i.FiredAt).Select(i => i.FaultId)));
    }

    private static async Task CutOnceAsync(Knock knock, string place)
    {
        using var client = await knock.AskAsync();
        if (place != "accepted")
        {
            using var service = await knock.AcceptAsync();
            if (place.StartsWith("response", StringComparison.Ordinal))
            {
                await service.ReadHeadAsync();
                await service.SendTextAsync(RawService.Switching);
            }

            Assert.Equal("rst", (await service.ReadToEndAsync()).End);
        }

        Assert.Equal("rst", (await client.ReadToEndAsync()).End);
    }

    private static async Task AssertSawAsync(RawSocket peer, byte[] prefix, SocketDeed deed)
    {
        if (deed == SocketDeed.Silence)
        {
            Assert.Equal(prefix, await peer.ReadExactlyAsync(prefix.Length));
            Assert.True(peer.IsSilent());
            return;
        }

        var (bytes, end) = await peer.ReadToEndAsync();
        Assert.Equal(prefix, bytes);
        Assert.Equal(deed == SocketDeed.Fin ? "fin" : "rst", end);
    }

    private static SocketDeed Deed(FaultKind kind, Direction towards) => (kind, towards) switch
    {
        (FaultKind.Fin, _) => SocketDeed.Fin,
        (FaultKind.Rst, _) => SocketDeed.Rst,
        (FaultKind.HalfOpenClientLost, Direction.ServiceToClient) => SocketDeed.Rst,
        (FaultKind.HalfOpenServiceLost, Direction.ClientToService) => SocketDeed.Rst,
        _ => SocketDeed.Silence,
    };
}
