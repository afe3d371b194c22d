namespace Rejoin.Cli.Tests.BadInput;

/// <summary>Wrong options of the service in a file: every error at once, each with its line, and exit 64.</summary>
public sealed class ServeConfigTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Every_error_is_told_with_file_line_key_value_and_what_is_allowed()
    {
        var result = await ServeAsync("""
            {
              // a comment
              "port": 99999,
              "prot": 1,
              "limits": {
                "helloBytes": "many",
                "helloMs": 3,
                "helloMs": 4
              },
              "windows": null,
              "admin": { "secret": 5 }
            }
            """);
        Refusal.Is(result, "7 are wrong:", "limits.md");
        Assert.Equal(
            [
                "service.json:3: port: 99999 is not in 0 to 65535.",
                "service.json:4: prot: there is no such option; allowed: listen, port,",
                "service.json:6: limits.helloBytes: \"many\" is not a whole number of at most 2147483647.",
                "service.json:7: limits.helloMs: 3 is not in 10 to 600000.",
                "service.json:8: limits.helloMs: is given twice, first in line 7.",
                "service.json:10: windows: null is not a group of options, {…}.",
                "service.json:11: admin.secret: this is not a text in quotes.",
            ],
            result.Error.Split('\n').Where(line => line.StartsWith("  service.json", StringComparison.Ordinal))
                .Select(line => line.Trim().Split(" dataFolder,")[0]));
    }

    [Theory]
    [InlineData("not json", "service.json:1: this is not JSON")]
    [InlineData("{\n \"port\": 5,\n \"x\" }", "service.json:3: this is not JSON")]
    [InlineData("{\n}\n}", "service.json:3: this is not JSON")]
    [InlineData("[]", "service.json:1: this is no JSON object")]
    [InlineData("", "service.json:1: this is not JSON")]
    [InlineData("\uFEFF{ \"port\": -1 }", "service.json:1: port: -1 is not in 0 to 65535.")]
    [InlineData("{ \"issuer\": \"\\ud800\" }", "service.json:1: issuer: \"\\ud800\" is not a text in quotes.")]
    public async Task A_text_that_cannot_be_read_is_told_with_its_line(string content, string message) =>
        Refusal.Is(await ServeAsync(content), message, "limits.md");

    [Fact]
    public async Task What_the_command_line_says_is_not_blamed_on_the_file()
    {
        var result = await ServeAsync("{\n \"listen\": \"127.0.0.1\" }", "--listen", "nowhere");
        Refusal.Is(result, "service.json: listen: 'nowhere' is no IP address", "limits.md");
    }

    private async Task<ToolResult> ServeAsync(string content, params string[] more)
    {
        await File.WriteAllTextAsync(folder["service.json"], content, TestContext.Current.CancellationToken);
        return await Tool.RunAsync(["serve", "--dev", "--config", "service.json", .. more], folder.Path);
    }
}
