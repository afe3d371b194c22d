using Rejoin.Server.Sabotage;

namespace Rejoin.Cli.Tests.Sabotage;

/// <summary>Bugs that only a sweep catches, one that cuts at the same place of every connection.</summary>
public sealed class SweepBugTests
{
    public const string Scenario = "sweep";

    public static TheoryData<string> Bugs =>
        [.. SabotageCatalogue.All.Where(bug => bug.Scenario == Scenario).Select(bug => bug.Id)];

    [Theory]
    [MemberData(nameof(Bugs))]
    public async Task A_planted_bug_is_caught_by_its_check_alone(string id)
    {
        var bug = SabotageCatalogue.Find(id)!;
        using var folder = new TemporaryFolder();

        var result = await Tool.RunAsync(
            ["sweep", "--persistent", "--kinds", "fin,close-1012", "--sabotage", id, "--seed", "7", "--json"],
            folder.Path);

        Assert.True(result.ExitCode == bug.Exit, result.Error);
        Assert.Equal([bug.Check], result.Document.Findings.Select(finding => finding.Id).Distinct());
        Assert.All(result.Document.Findings, finding => Assert.NotEmpty(finding.Evidence));
    }

    [Theory]
    [MemberData(nameof(Bugs))]
    public async Task A_run_without_a_scenario_says_what_catches_it(string id)
    {
        using var folder = new TemporaryFolder();

        var result = await Tool.RunAsync(["run", "--sabotage", id], folder.Path);

        Assert.Equal(64, result.ExitCode);
        Assert.Contains($"rejoin sweep --persistent --sabotage {id}", result.Error, StringComparison.Ordinal);
    }
}
