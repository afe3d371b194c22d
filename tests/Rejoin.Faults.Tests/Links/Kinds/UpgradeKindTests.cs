using System.Text;
using Rejoin.Faults.Links;
using Rejoin.Faults.Plans;
using Rejoin.Faults.Tests.Peers;

namespace Rejoin.Faults.Tests.Links.Kinds;

public sealed class UpgradeKindTests
{
    [Fact]
    public async Task Status_answers_without_dialling_the_service_and_the_next_attempt_goes_through()
    {
        await using var knock = await Knock.OpenAsync(Planned.InHandshake(
            new() { Kind = FaultKind.Status, Status = 503, RetryAfterS = 2 }, "accepted"));
        var refused = await knock.AskAsync();
        var (bytes, end) = await refused.ReadToEndAsync();
        var text = Encoding.Latin1.GetString(bytes);
        Assert.StartsWith("HTTP/1.1 503 Service Unavailable\r\n", text, StringComparison.Ordinal);
        Assert.Contains("\r\nRetry-After: 2\r\n", text, StringComparison.Ordinal);
        Assert.Equal("fin", end);
        await knock.ConnectAsync();
        var record = knock.Link.Fired();
        Assert.Equal((SocketDeed.Answer, SocketDeed.NotConnected), (record.Client.Deed, record.Service.Deed));
        Assert.Equal([503, 101], knock.Link.Exchanges.Select(e => e.Status));
        Assert.Equal(2, Assert.Single(knock.Link.Connections).Attempt);
    }

    [Fact]
    public async Task Status_after_the_request_leaves_the_service_with_a_client_that_is_gone()
    {
        await using var knock = await Knock.OpenAsync(
            Planned.InHandshake(new() { Kind = FaultKind.Status, Status = 504 }, "requestEnd"));
        var client = await knock.AskAsync();
        var service = await knock.AcceptAsync();
        Assert.Equal(Encoding.Latin1.GetString(knock.Request), await service.ReadHeadAsync());
        var (bytes, _) = await client.ReadToEndAsync();
        Assert.StartsWith("HTTP/1.1 504 ", Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
        Assert.Equal("fin", (await service.ReadToEndAsync()).End);
        service.Fin();
        client.Fin();
        await knock.SettledAsync();
        Assert.Empty(knock.Link.Connections);
        Assert.Equal(SocketDeed.Fin, knock.Link.Fired().Service.Deed);
    }

    [Fact]
    public async Task Status_for_a_client_that_asks_for_nothing_does_not_fire()
    {
        await using var knock = await Knock.OpenAsync(
            Planned.InHandshake(new() { Kind = FaultKind.Status, Status = 429 }, "accepted"));
        var client = await knock.DialAsync();
        client.Fin();
        Assert.Equal("fin", (await client.ReadToEndAsync()).End);
        await Until.TrueAsync(() => knock.Link.Injections.Count > 0, "told");
        var record = Assert.Single(knock.Link.Complete());
        Assert.Equal((InjectionOutcome.NotFired, "the client sent no whole request"), (record.Outcome, record.Reason));
    }

    [Theory]
    [InlineData("accepted", "Sec-WebSocket-Version", null)]
    [InlineData("requestEnd", "sec-websocket-accept", null)]
    [InlineData("accepted", "Authorization", "the request has no header Authorization")]
    [InlineData("requestEnd", "Set-Cookie", "the 101 has no header Set-Cookie")]
    public async Task Strip_header_leaves_one_header_out(string place, string header, string? reason)
    {
        await using var knock = await Knock.OpenAsync(
            Planned.InHandshake(new() { Kind = FaultKind.StripHeader, Header = header }, place));
        var client = await knock.AskAsync();
        var service = await knock.AcceptAsync();
        var request = await service.ReadHeadAsync();
        await service.SendTextAsync(RawService.Switching);
        var response = await client.ReadHeadAsync();
        var way = place == "accepted";
        Assert.Equal(way ? Without(Encoding.Latin1.GetString(knock.Request), header)
            : Encoding.Latin1.GetString(knock.Request), request);
        Assert.Equal(way ? RawService.Switching : Without(RawService.Switching, header), response);
        var frame = Frames.Make(Direction.ServiceToClient, 9);
        await service.SendAsync(frame);
        Assert.Equal(frame, await client.ReadExactlyAsync(frame.Length));
        knock.Link.Fired(reason);
    }

    [Fact]
    public async Task Bad_accept_changes_one_character_of_the_101()
    {
        await using var knock = await Knock.OpenAsync(
            Planned.InHandshake(new() { Kind = FaultKind.BadAccept }, "requestEnd"));
        var client = await knock.AskAsync();
        var service = await knock.AcceptAsync();
        await service.ReadHeadAsync();
        await service.SendTextAsync(RawService.Switching);
        Assert.Equal(
            RawService.Switching.Replace("Accept: s3", "Accept: A3", StringComparison.Ordinal),
            await client.ReadHeadAsync());
        knock.Link.Fired();
    }

    [Fact]
    public async Task Bad_accept_without_a_101_is_mislabelled()
    {
        await using var knock = await Knock.OpenAsync(
            Planned.InHandshake(new() { Kind = FaultKind.BadAccept }, "requestEnd"));
        var client = await knock.AskAsync();
        var service = await knock.AcceptAsync();
        await service.ReadHeadAsync();
        await service.SendTextAsync("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 403", await client.ReadHeadAsync(), StringComparison.Ordinal);
        knock.Link.Fired("the service answered 403, not 101: nothing was changed");
    }

    private static string Without(string head, string name) => string.Join("\r\n", head.Split("\r\n")
        .Where(line => !line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase)));
}
