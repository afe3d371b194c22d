namespace Rejoin.Cli.Tests.Contracts;

/// <summary>Services and drivers that a contract names and that do not work.</summary>
public sealed class CommandTargetTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("sh -c 'echo no luck; exit 3'", "ended with exit code 3 before it was ready", "no luck")]
    [InlineData(
        "sh -c 'echo waiting; sleep 600'", "was not ready within 1 s: no line of its output held 'up'", "waiting")]
    [InlineData("/no/such/service", "ended with exit code 127 before it was ready", "cannot be started")]
    public async Task A_service_that_does_not_become_ready_is_told_with_its_output(
        string command, string what, string output)
    {
        var result = await RunAsync($"""
            schema: rejoin.contract/1
            service: broken
            target:
              kind: command
              command: {command}
              url: ws://127.0.0.1:{"{port}"}/
              ready: {"{ line: up, within: 1s }"}
              access: none
            """);

        Assert.True(result.ExitCode == 64, result.ToString());
        Assert.Contains(what, result.Error, StringComparison.Ordinal);
        Assert.Contains(output, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_driver_that_cannot_be_started_is_told_before_anything_is_written()
    {
        var result = await RunAsync("""
            schema: rejoin.contract/1
            service: undriven
            driver:
              kind: stdio
              command: /no/such/driver
            """);

        Assert.True(result.ExitCode == 64, result.ToString());
        Assert.Contains("/no/such/driver", result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(folder.Path, "out")));
    }

    [Fact]
    public async Task A_sweep_refuses_a_contract_whose_target_it_would_not_use()
    {
        var contract = Path.Combine(Approved.Root, "samples", "json-chat", "rejoin.yaml");

        var result = await Tool.RunAsync(["sweep", "--contract", contract], folder.Path);

        Assert.True(result.ExitCode == 64, result.ToString());
        Assert.Contains("cannot use yet", result.Error, StringComparison.Ordinal);
    }

    private async Task<ToolResult> RunAsync(string contract)
    {
        var path = Path.Combine(folder.Path, "rejoin.yaml");
        await File.WriteAllTextAsync(path, contract, TestContext.Current.CancellationToken);
        return await Tool.RunAsync(
            ["run", "--contract", path, "--scenario", "history", "--rounds", "1", "--out", "out"], folder.Path);
    }
}
