using System.Net;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json;

namespace Rejoin.Cli.Tests.Proxy;

public sealed class ProxyTests : IDisposable
{
    private const string Refuse = """
        { "schema": "rejoin.plan/1", "faults": [{ "id": "door", "at": { "connection": 1, "handshake": "accepted" },
          "do": { "kind": "status", "status": 503, "retryAfterS": 1 } }] }
        """;

    private static readonly TimeSpan OrderlyEnd = TimeSpan.FromSeconds(15);
    private readonly TemporaryFolder folder = new();
    private readonly HttpClient http = new();

    public void Dispose()
    {
        http.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task A_link_carries_its_plan_out_and_tells_what_it_saw()
    {
        var stop = TestContext.Current.CancellationToken;
        await using var service = await DevService.StartAsync();
        await File.WriteAllTextAsync(folder["plan.json"], Refuse, stop);
        var token = await service.TokenAsync("ada");
        await using var proxy = RunningTool.Start(
            ["proxy", "--upstream", service.Url, "--plan", "plan.json", "--json"], folder.Path);
        var (url, api) = await ReadyAsync(proxy);

        await Assert.ThrowsAsync<WebSocketException>(() => ConnectAsync(url, token));
        using (await ConnectAsync(url, token))
        {
            var told = await ObservationsAsync(api);
            Assert.Equal(
                [("exchange", "503"), ("exchange", "101"), ("connection", "Open"), ("injection", "Fired")],
                told.Select(each => (Text(each, "type"), Text(each, "state"))));
            Assert.Equal("door", Text(told[^1], "fault"));
        }

        proxy.Signal("INT");
        var result = await proxy.ResultAsync(OrderlyEnd);
        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.DoesNotContain(token, result.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Links_come_and_go_and_plans_are_replaced_at_the_same_address()
    {
        var stop = TestContext.Current.CancellationToken;
        await using var service = await DevService.StartAsync();
        await using var proxy = RunningTool.Start(["proxy", "--upstream", service.Url, "--json"], folder.Path);
        var (url, api) = await ReadyAsync(proxy);
        using var none = new ByteArrayContent([]);
        using var begun = await http.PostAsync(
            new Uri(api, "/links?upstream=" + Uri.EscapeDataString(service.Url)), none, stop);
        Assert.Equal(HttpStatusCode.Created, begun.StatusCode);
        var links = await http.GetFromJsonAsync<JsonElement>(new Uri(api, "/links"), stop);
        Assert.Equal(["1", "2"], links.EnumerateArray().Select(each => Text(each, "id")));

        using var plan = new StringContent(Refuse);
        using var replaced = await http.PutAsync(new Uri(api, "/links/1/plan"), plan, stop);
        Assert.Equal(HttpStatusCode.OK, replaced.StatusCode);
        var after = await replaced.Content.ReadFromJsonAsync<JsonElement>(stop);
        Assert.Equal(url.GetLeftPart(UriPartial.Path), Text(after, "url"));
        await Assert.ThrowsAsync<WebSocketException>(() => ConnectAsync(url, "none"));
        using var healed = await http.PostAsync(new Uri(api, "/links/1/heal?fault=door"), none, stop);
        Assert.Equal("{\"healed\":0}\n", await healed.Content.ReadAsStringAsync(stop));

        using var ended = await http.DeleteAsync(new Uri(api, "/links/2"), stop);
        Assert.Equal(HttpStatusCode.NoContent, ended.StatusCode);
        using var gone = await http.DeleteAsync(new Uri(api, "/links/2"), stop);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task The_stream_tells_changes_as_they_come()
    {
        var stop = TestContext.Current.CancellationToken;
        await using var service = await DevService.StartAsync();
        var token = await service.TokenAsync("ada");
        await using var proxy = RunningTool.Start(["proxy", "--upstream", service.Url, "--json"], folder.Path);
        var (url, api) = await ReadyAsync(proxy);
        using var lines = new StreamReader(await http.GetStreamAsync(new Uri(api, "/links/1/stream"), stop));
        var states = new List<string>();
        using (await ConnectAsync(url, token))
        {
            states.Add(Text(JsonDocument.Parse((await lines.ReadLineAsync(stop))!).RootElement, "state"));
            states.Add(Text(JsonDocument.Parse((await lines.ReadLineAsync(stop))!).RootElement, "state"));
        }

        states.Add(Text(JsonDocument.Parse((await lines.ReadLineAsync(stop))!).RootElement, "type"));
        Assert.Equal(["101", "Open", "connection"], states);
        proxy.Signal("TERM");
        Assert.Equal(0, (await proxy.ResultAsync(OrderlyEnd)).ExitCode);
    }

    [Theory]
    [InlineData("not JSON", "the plan is not valid")]
    [InlineData("{\"schema\":\"rejoin.plan/1\",\"faults\":[{\"id\":\"\"}]}", "$.faults[0].at")]
    public async Task A_bad_plan_is_refused_with_all_its_errors_and_the_link_stays(string plan, string expected)
    {
        var stop = TestContext.Current.CancellationToken;
        await using var proxy = RunningTool.Start(["proxy", "--upstream", "ws://127.0.0.1:9/", "--json"], folder.Path);
        var (_, api) = await ReadyAsync(proxy);
        using var body = new StringContent(plan);
        using var answer = await http.PutAsync(new Uri(api, "/links/1/plan"), body, stop);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(expected, await answer.Content.ReadAsStringAsync(stop), StringComparison.Ordinal);
        using var still = await http.GetAsync(new Uri(api, "/links/1/observations"), stop);
        Assert.Equal("{\"observations\":[]}\n", await still.Content.ReadAsStringAsync(stop));
    }

    [Theory]
    [InlineData("Origin", "http://127.0.0.1")]
    [InlineData("Host", "evil.example")]
    public async Task A_web_page_is_refused(string header, string value)
    {
        var stop = TestContext.Current.CancellationToken;
        await using var proxy = RunningTool.Start(["proxy", "--upstream", "ws://127.0.0.1:9/", "--json"], folder.Path);
        var (_, api) = await ReadyAsync(proxy);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(api, "/links"));
        request.Headers.Add(header, value);
        using var answer = await http.SendAsync(request, stop);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [InlineData("The upstream is no ws://", "proxy")]
    [InlineData("The upstream is no ws://", "proxy", "--upstream", "http://user:secret@example/")]
    [InlineData("--listen is 'nowhere'", "proxy", "--upstream", "ws://127.0.0.1:9/", "--listen", "nowhere")]
    [InlineData("The plan 'none.json' cannot be read", "proxy", "--upstream", "ws://127.0.0.1:9/", "--plan",
        "none.json")]
    public async Task Bad_input_ends_with_64_and_one_message(string expected, params string[] arguments)
    {
        var result = await Tool.RunAsync(arguments, folder.Path);
        Assert.Equal(64, result.ExitCode);
        Assert.StartsWith("error: " + expected, result.Error, StringComparison.Ordinal);
        Assert.Contains("\nhint: ", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", result.ToString(), StringComparison.Ordinal);
    }

    private static async Task<(Uri Url, Uri Api)> ReadyAsync(RunningTool proxy)
    {
        var ready = JsonDocument.Parse(await proxy.LineAsync(line => line.StartsWith('{'))).RootElement;
        return (new Uri(Text(ready, "url")), new Uri(Text(ready, "api")));
    }

    private static async Task<ClientWebSocket> ConnectAsync(Uri url, string token)
    {
        var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("rejoin.v1");
        socket.Options.SetRequestHeader("Authorization", "Bearer " + token);
        try
        {
            await socket.ConnectAsync(url, TestContext.Current.CancellationToken);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private async Task<List<JsonElement>> ObservationsAsync(Uri api)
    {
        var told = await http.GetFromJsonAsync<JsonElement>(
            new Uri(api, "/links/1/observations"), TestContext.Current.CancellationToken);
        return [.. told.GetProperty("observations").EnumerateArray()];
    }

    private static string Text(JsonElement value, string name) => value.GetProperty(name).GetString()!;
}
