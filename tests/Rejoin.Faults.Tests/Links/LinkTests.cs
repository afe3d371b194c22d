using System.Net;
using Rejoin.Faults.Links;
using Rejoin.Faults.Plans;
using Rejoin.Faults.Tests.Peers;

namespace Rejoin.Faults.Tests.Links;

public sealed class LinkTests
{
    private const Direction C2S = Direction.ClientToService;
    private const Direction S2C = Direction.ServiceToClient;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task First_connection_is_cut_and_the_second_spared()
    {
        await using var pair = await Pair.OpenAsync(Frames.Fault(FaultKind.Fin, C2S, 1, "after"));
        await pair.Client.SendAsync(Frames.Make(C2S, 5));
        Assert.Equal("fin", (await pair.Service.ReadToEndAsync()).End);
        await pair.ReconnectAsync();
        byte[] many = [.. Frames.Make(C2S, 5), .. Frames.Make(C2S, 6), .. Frames.Make(C2S, 7)];
        await pair.Client.SendAsync(many);
        Assert.Equal(many, await pair.Service.ReadExactlyAsync(many.Length));
        await pair.Service.SendAsync(Frames.Make(S2C, 5));
        await pair.Client.ReadExactlyAsync(7);
        Assert.Equal([ConnectionEnd.Fault, ConnectionEnd.Open], pair.Link.Connections.Select(c => c.End));
        var second = pair.Link.Connections[1];
        Assert.Equal((3, 1), (second.ToService.DataFrames, second.ToClient.DataFrames));
    }

    [Fact]
    public async Task Second_connection_is_cut_and_the_first_spared()
    {
        await using var pair = await Pair.OpenAsync(Frames.Fault(FaultKind.Rst, S2C, 1, "after", connection: 2));
        await pair.Service.SendAsync(Frames.Make(S2C, 5));
        await pair.Client.ReadExactlyAsync(7);
        await pair.ReconnectAsync();
        await pair.Service.SendAsync(Frames.Make(S2C, 5));
        Assert.Equal("rst", (await pair.Client.ReadToEndAsync()).End);
        Assert.True(pair.FirstClient!.IsSilent());
    }

    [Fact]
    public async Task Source_address_and_headers_of_each_connection_arrive()
    {
        using var listener = new RawService();
        await using var link = await Link.StartAsync(new LinkOptions
        {
            Upstream = listener.Uri,
            Source = n => new ConnectionSource
            {
                Address = IPAddress.Parse($"127.0.0.{n + 1}"),
                Headers = new Dictionary<string, string>
                {
                    ["user-agent"] = $"ua-{n}",
                    ["X-Forwarded-For"] = "10.0.0.9",
                },
            },
        }, Stop);
        for (var n = 1; n <= 2; n++)
        {
            using var client = await Pair.DialAsync(link.ClientUri);
            var origin = $"Origin: http://{link.ClientUri.Authority}\r\n";
            await client.SendTextAsync(Pair.UpgradeRequest(link.ClientUri, "User-Agent: old\r\n" + origin));
            using var service = await listener.AcceptAsync();
            var head = await service.ReadHeadAsync();
            Assert.Equal($"127.0.0.{n + 1}", ((IPEndPoint)service.Socket.RemoteEndPoint!).Address.ToString());
            Assert.Equal(
                $"GET /ws HTTP/1.1\r\nHost: 127.0.0.1:{listener.Port}\r\n" +
                "Upgrade: websocket\r\nConnection: Upgrade\r\n" +
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n" +
                $"User-Agent: ua-{n}\r\nOrigin: http://127.0.0.1:{listener.Port}\r\nX-Forwarded-For: 10.0.0.9\r\n\r\n",
                head);
            await service.SendTextAsync(RawService.Switching);
            await client.ReadHeadAsync();
            Assert.Equal(service.Socket.RemoteEndPoint, link.Connections[n - 1].Source);
        }
    }

    [Fact]
    public async Task Foreign_origin_stays_foreign()
    {
        using var listener = new RawService();
        await using var link = await Link.StartAsync(new LinkOptions { Upstream = listener.Uri }, Stop);
        using var client = await Pair.DialAsync(link.ClientUri);
        await client.SendTextAsync(Pair.UpgradeRequest(link.ClientUri, "Origin: https://evil.example\r\n"));
        using var service = await listener.AcceptAsync();
        Assert.Contains("Origin: https://evil.example\r\n", await service.ReadHeadAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Source_that_would_break_the_request_is_answered_502()
    {
        using var listener = new RawService();
        await using var link = await Link.StartAsync(new LinkOptions
        {
            Upstream = listener.Uri,
            Source = _ => new ConnectionSource
            {
                Headers = new Dictionary<string, string> { ["Host"] = "a", ["X"] = "\r\n" },
            },
        }, Stop);
        using var client = await Pair.DialAsync(link.ClientUri);
        await client.SendTextAsync(Pair.UpgradeRequest(link.ClientUri));
        await client.ReadToEndAsync();
        Assert.Contains("header 'Host' cannot be replaced", link.Exchanges[0].Trouble, StringComparison.Ordinal);
        Assert.Contains("header 'X' has a name or value", link.Exchanges[0].Trouble, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fault_that_is_not_reached_is_reported_with_the_reason()
    {
        await using var pair = await Pair.OpenAsync(
            Frames.Fault(FaultKind.Fin, C2S, 1, "payload:6", id: "short"),
            Frames.Fault(FaultKind.Fin, C2S, 3, "after", id: "few"),
            Frames.Fault(FaultKind.Fin, S2C, 2, "after", id: "fires"),
            Frames.Fault(FaultKind.Fin, S2C, 4, "after", id: "late"),
            Frames.Fault(FaultKind.Fin, S2C, 1, "after", connection: 2, id: "never"));
        await pair.Client.SendAsync([.. Frames.Make(C2S, 5), .. Frames.Ping(C2S), .. Frames.Make(C2S, 5)]);
        await pair.Service.ReadExactlyAsync(11 + 8 + 11);
        await pair.Service.SendAsync([.. Frames.Make(S2C, 5), .. Frames.Make(S2C, 5)]);
        await pair.Client.ReadToEndAsync();
        var all = pair.Link.Complete();
        Assert.Equal(
            [
                "short NotFired: the frame is shorter: 6 bytes of header and 5 of payload, no payload:6",
                "few NotFired: fault 'fires' ended the connection before; " +
                    "only 2 data frames went that way on connection 1",
                "fires Fired: ",
                "late NotFired: fault 'fires' ended the connection before; " +
                    "only 2 data frames went that way on connection 1",
                "never NotFired: connection 2 was never opened, only 1",
            ],
            all.Select(i => $"{i.FaultId} {i.Outcome}: {i.Reason}"));
        Assert.Equal(all.Count, pair.Link.Complete().Count);
    }

    [Fact]
    public async Task Complete_disarms_what_has_not_fired()
    {
        await using var pair = await Pair.OpenAsync(Frames.Fault(FaultKind.Fin, C2S, 1, "middle"));
        Assert.Equal(InjectionOutcome.NotFired, pair.Link.Complete()[0].Outcome);
        await pair.Client.SendAsync(Frames.Make(C2S, 5));
        Assert.Equal(Frames.Make(C2S, 5), await pair.Service.ReadExactlyAsync(11));
    }

    [Fact]
    public async Task Callback_comes_before_the_peers_see_the_fault()
    {
        Pair? pair = null;
        var silent = false;
        await using var opened = pair = await Pair.OpenAsync(uri => new LinkOptions
        {
            Upstream = uri,
            Plan = new FaultPlan { Faults = [Frames.Fault(FaultKind.Rst, C2S, 1, "before")] },
            Injected = _ => silent = pair!.Client.IsSilent() && pair.Service.IsSilent(),
        });
        await pair.Client.SendAsync(Frames.Make(C2S, 5));
        await pair.Client.ReadToEndAsync();
        Assert.True(silent);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Ends_without_faults_pass_through_and_are_recorded(bool client)
    {
        await using var pair = await Pair.OpenAsync();
        var (first, other) = client ? (pair.Client, pair.Service) : (pair.Service, pair.Client);
        await first.SendAsync(Frames.Close(client ? C2S : S2C, 1000));
        first.Fin();
        var (_, end) = await other.ReadToEndAsync();
        Assert.Equal("fin", end);
        await other.SendAsync(Frames.Close(client ? S2C : C2S, 1000)); // half-closed: this still passes
        other.Fin();
        Assert.Equal("fin", (await first.ReadToEndAsync()).End);
        await Until.TrueAsync(() => pair.Link.Connections[0].ClosedAt > 0, "closed");
        var record = pair.Link.Connections[0];
        Assert.Equal(client ? ConnectionEnd.ClientFin : ConnectionEnd.ServiceFin, record.End);
        Assert.Equal((1000, 1000), (record.ToService.CloseCode, record.ToClient.CloseCode));

        await pair.ReconnectAsync();
        (first, other) = client ? (pair.Client, pair.Service) : (pair.Service, pair.Client);
        first.Rst();
        Assert.Equal("rst", (await other.ReadToEndAsync()).End);
        Assert.Equal(client ? ConnectionEnd.ClientRst : ConnectionEnd.ServiceRst, pair.Link.Connections[1].End);
    }

    [Fact]
    public async Task Frame_map_lists_the_data_frames_of_both_directions()
    {
        await using var pair = await Pair.OpenAsync();
        await pair.Client.SendAsync(Frames.Make(C2S, 5));
        await pair.Service.ReadExactlyAsync(11);
        await pair.Service.SendAsync([.. Frames.Ping(S2C), .. Frames.Make(S2C, 300)]);
        await pair.Client.ReadExactlyAsync(4 + 304);
        Assert.Equal(
            ["ClientToService 1 Text 6+5", "ServiceToClient 1 Text 4+300"],
            pair.Link.Connections[0].Frames.Select(f =>
                $"{f.Direction} {f.Ordinal} {f.Opcode} {f.HeaderLength}+{f.PayloadLength}"));
    }

    [Fact]
    public async Task Link_that_is_disposed_mid_run_leaves_nothing()
    {
        var pair = await Pair.OpenAsync(
            Frames.Fault(FaultKind.BlackHole, C2S, 1, "after"),
            Frames.Fault(FaultKind.Stall, C2S, 1, "after", connection: 2, delayMs: 600_000, id: "f2"));
        await pair.Client.SendAsync(Frames.Make(C2S, 5));
        await pair.ReconnectAsync();
        await pair.Client.SendAsync(Frames.Make(C2S, 5));
        await Until.TrueAsync(() => pair.Link.Injections.Count(i => i.FiredAt > 0) == 2, "both fired");
        await pair.ReconnectAsync();
        using var idle = await Pair.DialAsync(pair.Link.ClientUri);
        using var asking = await Pair.DialAsync(pair.Link.ClientUri);
        await asking.SendTextAsync("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf");
        await pair.DisposeAsync();
        Assert.All(pair.Link.Connections, c => Assert.True(c.ClosedAt > 0));
        Assert.All(pair.Link.Injections, i => Assert.True(i.SettledAt > 0));
        Assert.NotEqual("", (await idle.ReadToEndAsync()).End);
        await pair.Link.DisposeAsync();
    }

    [Fact]
    public async Task Options_tell_all_their_errors_at_once()
    {
        var error = await Assert.ThrowsAsync<ArgumentException>(() => Link.StartAsync(new LinkOptions
        {
            Upstream = new Uri("http://127.0.0.1/"),
            ConnectTimeout = TimeSpan.Zero,
            Limits = new LinkLimits { HeadBytes = 1 },
            Plan = new FaultPlan { Faults = [Frames.Fault(FaultKind.Close, C2S, 1, "middle", code: 1000)] },
        }, Stop));
        Assert.Equal(
            "The link cannot start: Upstream must be an absolute ws:// or wss:// address, not scheme 'http'; " +
            "ConnectTimeout is 00:00:00; allowed: more than 0, at most 1 day; " +
            "Limits.HeadBytes is 1; allowed: 256 to 65536; " +
            "Plan $.faults[0].at.position: \"middle\" is not allowed; allowed with kind close: before, after, " +
            "handshake responseEnd.",
            error.Message);
    }
}
