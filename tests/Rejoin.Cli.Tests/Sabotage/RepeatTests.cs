using System.Diagnostics;
using Rejoin.Runner;

namespace Rejoin.Cli.Tests.Sabotage;

/// <summary>What a run says about a planted bug can be repeated.</summary>
public sealed class RepeatTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_command_of_a_finding_fails_again_and_passes_without_the_bug()
    {
        var first = await Tool.RunAsync(
            ["run", "--scenario", "history", "--sabotage", "lose-acked", "--rounds", "2", "--trials", "4",
                "--json"],
            folder.Path);
        var finding = first.Document.Findings[^1];
        var again = await ShellAsync(finding.Replay!);
        Assert.True(again.ExitCode == 1, again.ToString());
        var run = RunFolder.Open(folder["latest"]).Read();
        Assert.Equal((finding.Trial, first.Document.Seed), (run.Trial, run.Seed));
        Assert.Contains(run.Findings, each => each.Id == finding.Id && each.Trial == finding.Trial);
        Assert.Contains($"Repeat of trial {run.Trial}", again.Output, StringComparison.Ordinal);
        Assert.Matches("  fired: session s[12]: [a-z0-9-]+ at connection 1, ", again.Output);
        Assert.DoesNotContain("Nothing was accused", again.Output, StringComparison.Ordinal);

        var healthy = await ShellAsync(
            finding.Replay!.Replace(" --sabotage lose-acked", "", StringComparison.Ordinal));
        Assert.True(healthy.ExitCode is 0, healthy.ToString());
        Assert.Contains("Nothing was accused", healthy.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_of_a_finding_has_the_contract_too()
    {
        await File.WriteAllTextAsync(
            folder["my contract.yaml"], Rejoin.Checks.BuiltInContracts.ReferenceText(),
            TestContext.Current.CancellationToken);
        var result = await Tool.RunAsync(
            ["run", "--scenario", "history", "--sabotage", "lose-acked", "--rounds", "1", "--trials", "4",
                "--contract", "my contract.yaml",
                "--json"],
            folder.Path);
        Assert.EndsWith("--contract 'my contract.yaml'", result.Document.Findings[0].Replay, StringComparison.Ordinal);
        Assert.Equal(1, (await ShellAsync(result.Document.Findings[0].Replay!)).ExitCode);
    }

    /// <summary>The command as a user pastes it into a shell.</summary>
    private async Task<ToolResult> ShellAsync(string command)
    {
        var start = Tool.StartInfo([], folder.Path, new Dictionary<string, string>
        {
            ["PATH"] = Path.GetDirectoryName(Tool.Executable) + ":" + Environment.GetEnvironmentVariable("PATH"),
        });
        start.FileName = "/bin/sh";
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(command);
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new ToolResult(process.ExitCode, output, await error);
    }
}
