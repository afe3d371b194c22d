using System.Globalization;
using Rejoin.Runner;

namespace Rejoin.Cli.Tests.Run;

/// <summary>A service that dies under a run.</summary>
public sealed class GoneTests : IDisposable
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(120);
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_target_that_dies_in_mid_run_is_named_and_the_run_is_unknown()
    {
        await using var service = await DevService.StartAsync();
        var tokens = new Dictionary<string, string> { ["REJOIN_TOKEN"] = await service.TokenAsync("ada") };
        await using var run = RunningTool.Start(
            ["run", "--target", service.Url, "--scenario", "history", "--out", "out"], folder.Path, tokens);
        await run.LineAsync(line => line.StartsWith("history: 12/120 trials", StringComparison.Ordinal));
        await service.Tool.KillAsync();
        var result = await run.ResultAsync(Bound);
        Assert.True(result.ExitCode == 2, result.ToString());
        var reason = $"the service at {service.Url} stopped answering";
        var document = RunFolder.Open(folder["out"]).Read();
        var broken = document.Scenarios[0].BrokenTrials;
        Assert.NotEmpty(broken);
        Assert.Contains(broken, trial => trial.Reason == reason);
        Assert.True(document.Scenarios[0].Trials < 120, "the rest of the run is not worth its time");
        var count = broken.Count.ToString(CultureInfo.InvariantCulture);
        Assert.Contains($"? UNKNOWN: {count} trial", result.Output, StringComparison.Ordinal);
        Assert.Contains("stopped answering", result.Output.Replace("\n", " ", StringComparison.Ordinal),
            StringComparison.Ordinal);
    }
}
