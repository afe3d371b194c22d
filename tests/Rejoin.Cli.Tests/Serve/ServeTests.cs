using System.Net;
using System.Text.Json;

namespace Rejoin.Cli.Tests.Serve;

public sealed class ServeTests : IDisposable
{
    private static readonly TimeSpan OrderlyEnd = TimeSpan.FromSeconds(15);
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task A_signal_drains_and_ends_with_0(string signal)
    {
        await using var service = await DevService.StartAsync(folder["data"]);
        service.Tool.Signal(signal);
        var result = await service.Tool.ResultAsync(OrderlyEnd);
        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Contains("draining:", result.Error, StringComparison.Ordinal);
        Assert.Single(result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task The_text_says_where_it_is_and_how_to_get_a_token()
    {
        await using var tool = RunningTool.Start(["serve", "--dev", "--data", "data"], folder.Path);
        var where = await tool.LineAsync(line => line.StartsWith("service  ws://127.0.0.1:", StringComparison.Ordinal));
        Assert.EndsWith("/ws", where, StringComparison.Ordinal);
        var token = await tool.LineAsync(line => line.StartsWith("token    curl ", StringComparison.Ordinal));
        using var http = new HttpClient();
        using var body = new StringContent("{\"principal\":\"ada\"}", System.Text.Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(
            new Uri(token.Split(' ').Single(word => word.StartsWith("http", StringComparison.Ordinal))), body,
            TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await tool.LineAsync(line => line.StartsWith("warning ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_command_line_goes_before_the_file()
    {
        await File.WriteAllTextAsync(
            folder["service.json"], "{ \"port\": 1, \"dataFolder\": \"from-file\", \"dev\": true }",
            TestContext.Current.CancellationToken);
        await using var tool = RunningTool.Start(
            ["serve", "--config", "service.json", "--port", "0", "--json"], folder.Path);
        var ready = JsonDocument.Parse(await tool.LineAsync(line => line.StartsWith('{'))).RootElement;
        Assert.NotEqual(1, new Uri(ready.GetProperty("url").GetString()!).Port);
        Assert.Equal(folder["from-file"], ready.GetProperty("dataFolder").GetString());
        Assert.True(File.Exists(folder["from-file/rejoin.db"]));
    }

    [Fact]
    public async Task Without_development_nobody_gets_a_token()
    {
        var secret = Convert.ToBase64String(new byte[32]);
        await using var tool = RunningTool.Start(
            ["serve", "--hs256-env", "REJOIN_TEST_SECRET", "--json"], folder.Path,
            new Dictionary<string, string> { ["REJOIN_TEST_SECRET"] = secret });
        var ready = JsonDocument.Parse(await tool.LineAsync(line => line.StartsWith('{'))).RootElement;
        using var http = new HttpClient();
        using var body = new StringContent("{\"principal\":\"ada\"}", System.Text.Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(
            new Uri(new Uri(ready.GetProperty("http").GetString()!), "/token"), body,
            TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        tool.Signal("TERM");
        var result = await tool.ResultAsync(OrderlyEnd);
        Assert.DoesNotContain(secret, result.ToString(), StringComparison.Ordinal);
    }
}
