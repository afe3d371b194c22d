using System.Net;
using System.Text;
using Rejoin.Faults.Links;
using Rejoin.Faults.Tests.Peers;

namespace Rejoin.Faults.Tests.Links;

public sealed class PassThroughTests
{
    [Fact]
    public async Task Http_requests_pass_one_after_the_other_on_one_connection()
    {
        await using var set = await Http.OpenAsync();
        await set.Client.SendTextAsync("GET /healthz?token=secret HTTP/1.1\r\nHost: x\r\nX-A:  b \r\n\r\n");
        await set.AcceptAsync();
        Assert.Equal($"GET /healthz?token=secret HTTP/1.1\r\nHost: 127.0.0.1:{set.Listener.Port}\r\nX-A:  b \r\n\r\n",
            await set.Service.ReadHeadAsync());
        await set.AnswerAsync("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");

        await set.Client.SendTextAsync("HEAD /healthz HTTP/1.1\r\nHost: x\r\n\r\n");
        await set.Service.ReadHeadAsync();
        await set.AnswerAsync("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n");

        await set.Client.SendTextAsync("POST /token HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello");
        await set.Service.ReadHeadAsync();
        Assert.Equal("hello", Encoding.ASCII.GetString(await set.Service.ReadExactlyAsync(5)));
        await set.AnswerAsync("HTTP/1.1 204 No Content\r\n\r\n");

        const string chunks = "5;x=y\r\nhello\r\nA\r\n0123456789\r\n0\r\nTrailer: t\r\n\r\n";
        await set.Client.SendTextAsync("POST /c HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks);
        await set.Service.ReadHeadAsync();
        Assert.Equal(chunks, Encoding.ASCII.GetString(await set.Service.ReadExactlyAsync(chunks.Length)));
        await set.AnswerAsync("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks);

        await set.Client.SendTextAsync("GET /until-close HTTP/1.1\r\nHost: x\r\n\r\n");
        await set.Service.ReadHeadAsync();
        await set.Service.SendTextAsync("HTTP/1.1 200 OK\r\n\r\nall of it");
        set.Service.Fin();
        var (rest, end) = await set.Client.ReadToEndAsync();
        Assert.Equal(("HTTP/1.1 200 OK\r\n\r\nall of it", "fin"), (Encoding.ASCII.GetString(rest), end));
        Assert.Empty(set.Link.Connections);
        Assert.Equal(
            ["GET /healthz 200", "HEAD /healthz 200", "POST /token 204", "POST /c 200", "GET /until-close 200"],
            set.Link.Exchanges.Select(e => $"{e.Method} {e.Path} {e.Status}"));
    }

    [Fact]
    public async Task Body_that_waits_for_100_continue_is_sent_after_it()
    {
        await using var set = await Http.OpenAsync();
        await set.Client.SendTextAsync(
            "POST / HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n");
        await set.AcceptAsync();
        await set.Service.ReadHeadAsync();
        await set.AnswerAsync("HTTP/1.1 100 Continue\r\n\r\n");
        await set.Client.SendTextAsync("abc");
        Assert.Equal("abc", Encoding.ASCII.GetString(await set.Service.ReadExactlyAsync(3)));
        await set.AnswerAsync("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
    }

    [Fact]
    public async Task Refused_upgrade_passes_with_its_body_and_is_no_connection()
    {
        await using var set = await Http.OpenAsync();
        await set.Client.SendTextAsync(Pair.UpgradeRequest(set.Link.ClientUri));
        await set.AcceptAsync();
        await set.Service.ReadHeadAsync();
        await set.AnswerAsync("HTTP/1.1 401 Unauthorized\r\nContent-Length: 6\r\n\r\nno way");
        await set.Client.SendTextAsync(Pair.UpgradeRequest(set.Link.ClientUri));
        await set.Service.ReadHeadAsync();
        await set.AnswerAsync(RawService.Switching);
        var connection = Assert.Single(set.Link.Connections);
        Assert.Equal(1, connection.Ordinal);
        Assert.Equal([401, 101], set.Link.Exchanges.Select(e => e.Status));
        Assert.All(set.Link.Exchanges, e => Assert.True(e.Upgrade));
    }

    [Fact]
    public async Task Request_that_arrives_byte_by_byte_passes()
    {
        await using var set = await Http.OpenAsync();
        foreach (var one in "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nab")
        {
            await set.Client.SendTextAsync(one.ToString());
            await Task.Yield();
        }

        await set.AcceptAsync();
        await set.Service.ReadHeadAsync();
        await set.Service.ReadExactlyAsync(2);
        await set.AnswerAsync("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
    }

    [Fact]
    public async Task Frames_that_come_with_the_101_are_followed()
    {
        await using var set = await Http.OpenAsync();
        await set.Client.SendTextAsync(Pair.UpgradeRequest(set.Link.ClientUri));
        await set.AcceptAsync();
        await set.Service.ReadHeadAsync();
        var frame = Frames.Make(Faults.Plans.Direction.ServiceToClient, 7);
        await set.Service.SendAsync([.. Encoding.ASCII.GetBytes(RawService.Switching), .. frame]);
        await set.Client.ReadHeadAsync();
        Assert.Equal(frame, await set.Client.ReadExactlyAsync(frame.Length));
        await Until.TrueAsync(() => set.Link.Connections[0].ToClient.DataFrames == 1, "counted");
    }

    [Fact]
    public async Task Client_that_leaves_before_the_answer_is_told_to_the_service()
    {
        await using var set = await Http.OpenAsync();
        await set.Client.SendTextAsync(Pair.UpgradeRequest(set.Link.ClientUri));
        await set.AcceptAsync();
        await set.Service.ReadHeadAsync();
        set.Client.Rst();
        Assert.Equal("rst", (await set.Service.ReadToEndAsync()).End);
    }

    [Fact]
    public async Task Service_that_is_not_there_is_answered_502_and_recorded()
    {
        await using var set = await Http.OpenAsync();
        set.Listener.Dispose();
        await set.Client.SendTextAsync(Pair.UpgradeRequest(set.Link.ClientUri));
        var (answer, end) = await set.Client.ReadToEndAsync();
        var text = Encoding.ASCII.GetString(answer);
        Assert.StartsWith("HTTP/1.1 502 Bad Gateway\r\n", text, StringComparison.Ordinal);
        Assert.EndsWith($"rejoin link: cannot reach the service at 127.0.0.1:{set.Listener.Port}: " +
            "Connection refused\n", text, StringComparison.Ordinal);
        Assert.Equal("fin", end);
        var exchange = Assert.Single(set.Link.Exchanges);
        Assert.Equal((502, true), (exchange.Status, exchange.Upgrade));
        Assert.Contains("Connection refused", exchange.Trouble, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonsense\r\n\r\n", "HTTP/1.1 400 ")]
    [InlineData("GET / HTTP/1.1\r\n folded: x\r\n\r\n", "HTTP/1.1 400 ")]
    [InlineData("GET / HTTP/1.1\r\nX: {300}\r\n\r\n", "HTTP/1.1 431 ")]
    public async Task Head_that_is_bad_or_too_long_is_refused(string request, string status)
    {
        await using var set = await Http.OpenAsync(new LinkLimits { HeadBytes = 256 });
        await set.Client.SendTextAsync(request.Replace("{300}", new string('x', 300), StringComparison.Ordinal));
        var (answer, end) = await set.Client.ReadToEndAsync();
        Assert.StartsWith(status, Encoding.ASCII.GetString(answer), StringComparison.Ordinal);
        Assert.Equal("fin", end);
    }

    [Fact]
    public async Task Connection_beyond_the_limit_is_answered_503()
    {
        await using var set = await Http.OpenAsync(new LinkLimits { Connections = 1 });
        using var second = await Pair.DialAsync(set.Link.ClientUri);
        var (answer, end) = await second.ReadToEndAsync();
        Assert.StartsWith("HTTP/1.1 503 ", Encoding.ASCII.GetString(answer), StringComparison.Ordinal);
        Assert.Equal("fin", end);
    }

    [Fact]
    public async Task HttpClient_works_through_a_link()
    {
        await using var set = await Http.OpenAsync();
        using var http = new HttpClient();
        var asking = http.PostAsync(
            new Uri($"http://{set.Link.ClientUri.Authority}/token"), new ByteArrayContent(new byte[200_000]),
            TestContext.Current.CancellationToken);
        await set.AcceptAsync();
        Assert.Contains("Content-Length: 200000", await set.Service.ReadHeadAsync(), StringComparison.Ordinal);
        await set.Service.ReadExactlyAsync(200_000);
        await set.Service.SendTextAsync("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\ntoken");
        using var response = await asking;
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.OK, "token"), (response.StatusCode, text));
    }

    private sealed class Http : IAsyncDisposable
    {
        public required RawService Listener { get; init; }

        public required Link Link { get; init; }

        public required RawSocket Client { get; init; }

        public RawSocket Service { get; private set; } = null!;

        public static async Task<Http> OpenAsync(LinkLimits? limits = null)
        {
            var listener = new RawService();
            var link = await Link.StartAsync(new LinkOptions { Upstream = listener.Uri, Limits = limits ?? new() });
            return new Http { Listener = listener, Link = link, Client = await Pair.DialAsync(link.ClientUri) };
        }

        public async Task AcceptAsync() => Service = await Listener.AcceptAsync();

        /// <summary>Answers, and asserts that the client gets just that.</summary>
        public async Task AnswerAsync(string text)
        {
            await Service.SendTextAsync(text);
            Assert.Equal(text, Encoding.Latin1.GetString(await Client.ReadExactlyAsync(text.Length)));
        }

        public async ValueTask DisposeAsync()
        {
            await Link.DisposeAsync();
            Client.Dispose();
            Service?.Dispose();
            Listener.Dispose();
            Assert.Empty(Link.Errors);
        }
    }
}
