using System.Diagnostics;
using Rejoin.Runner;
using Rejoin.Server.Sabotage;

namespace Rejoin.Cli.Tests.Sabotage;

/// <summary>Each planted bug is caught by its check, and nothing else is accused.</summary>
public sealed class SabotageTests : IDisposable
{
    private const int Missed = 3;
    private readonly TemporaryFolder folder = new();

    public static TheoryData<string> Bugs => [.. SabotageCatalogue.All.Select(bug => bug.Id)];

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Bugs))]
    public async Task A_planted_bug_is_caught_by_its_check_alone(string id)
    {
        var bug = SabotageCatalogue.Find(id)!;

        // An objective needs its five rounds; a finding needs the bug to strike once, and where bugs strike depends on
        // what is said, so on the seed.
        string[] size = bug.Exit == Missed ? ["--rounds", "5", "--trials", "8"] : ["--rounds", "1", "--trials", "12"];
        var result = await Tool.RunAsync(
            ["run", "--scenario", bug.Scenario, "--sabotage", id, "--seed", "0x5EED", "--json", .. size], folder.Path);
        Assert.True(result.ExitCode == bug.Exit, result.ToString());
        Assert.Equal([bug.Check], result.Document.Findings.Select(finding => finding.Id).Distinct());
        Assert.Equal(id, result.Document.Sabotage);
        Assert.Contains($"!!! SABOTAGE: the embedded service has the planted bug '{id}'.", result.Error,
            StringComparison.Ordinal);
        if (bug.Exit != Missed)
        {
            Assert.All(result.Document.Findings, finding => Assert.NotEmpty(finding.Evidence));
            Assert.All(result.Document.Findings, finding => Assert.NotNull(finding.Replay));
        }
    }

    [Fact]
    public async Task The_command_of_a_finding_fails_again_and_passes_without_the_bug()
    {
        var first = await Tool.RunAsync(
            ["run", "--sabotage", "lose-acked", "--rounds", "2", "--trials", "4", "--json"], folder.Path);
        var finding = first.Document.Findings[^1];
        var again = await ShellAsync(finding.Replay!);
        Assert.True(again.ExitCode == 1, again.ToString());
        var run = RunFolder.Open(folder["latest"]).Read();
        Assert.Equal((finding.Trial, first.Document.Seed), (run.Trial, run.Seed));
        Assert.Contains(run.Findings, each => each.Id == finding.Id && each.Trial == finding.Trial);

        var healthy = await ShellAsync(
            finding.Replay!.Replace(" --sabotage lose-acked", "", StringComparison.Ordinal));
        Assert.True(healthy.ExitCode is 0, healthy.ToString());
    }

    [Fact]
    public async Task The_command_of_a_finding_has_the_contract_too()
    {
        await File.WriteAllTextAsync(
            folder["my contract.yaml"], Rejoin.Checks.BuiltInContracts.ReferenceText(),
            TestContext.Current.CancellationToken);
        var result = await Tool.RunAsync(
            ["run", "--sabotage", "lose-acked", "--rounds", "1", "--trials", "4", "--contract", "my contract.yaml",
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
