using Rejoin.Server.Sabotage;

namespace Rejoin.Cli.Tests.Sabotage;

/// <summary>Each planted bug of a scenario is caught by its check, and nothing else is accused.</summary>
/// <remarks>One class per scenario, because tests of one class wait for each other. Everything comes from the list of
/// bugs: a new one is tested without a change here.</remarks>
public abstract class PlantedBugs : IDisposable
{
    private const int Missed = 3;
    private readonly TemporaryFolder folder = new();

    public void Dispose()
    {
        folder.Dispose();
        GC.SuppressFinalize(this);
    }

    protected static TheoryData<string> Of(string scenario) =>
        [.. SabotageCatalogue.All.Where(bug => bug.Scenario == scenario).Select(bug => bug.Id)];

    protected async Task CaughtAsync(string id)
    {
        var bug = SabotageCatalogue.Find(id)!;
        var result = await Tool.RunAsync(
            ["run", "--scenario", bug.Scenario, "--sabotage", id, "--seed", "0x5EED", "--json", .. Size(bug)],
            folder.Path);
        Assert.True(result.ExitCode == bug.Exit, Summary(result));
        Assert.True(
            result.Document.Findings.Select(finding => finding.Id).Distinct().SequenceEqual([bug.Check]),
            Summary(result));
        Assert.Equal(id, result.Document.Sabotage);
        Assert.Contains($"!!! SABOTAGE: the embedded service has the planted bug '{id}'.", result.Error,
            StringComparison.Ordinal);
        Assert.All(result.Document.Findings, finding => Assert.NotNull(finding.Replay));
        if (bug.Exit != Missed)
        {
            Assert.All(result.Document.Findings, finding => Assert.NotEmpty(finding.Evidence));
        }
    }

    /// <summary>As small as it can be: an objective needs its five rounds, a finding needs the bug to strike once, and
    /// where bugs strike depends on what is said, so on the seed.</summary>
    private static string[] Size(PlantedBug bug) => (bug.Exit, bug.Scenario) switch
    {
        (Missed, "history") => ["--rounds", "5", "--trials", "8"],
        (Missed, _) => ["--rounds", "5"],
        (_, "history") => ["--rounds", "1", "--trials", "12"],
        (_, "agent-state") => ["--rounds", "1", "--trials", "8"],
        (_, "location") => ["--rounds", "1", "--trials", "4"],
        (_, "absence") => ["--rounds", "1", "--trials", "16"],
        _ => ["--rounds", "1"],
    };

    /// <summary>What the run says, without its thousands of lines of estimates.</summary>
    private static string Summary(ToolResult result) => result.Output.StartsWith('{')
        ? $"exit {result.ExitCode}: "
            + string.Join('\n', result.Document.Findings.Select(finding => $"{finding.Id} {finding.Message}")
                .Concat(result.Document.Scenarios.Select(scenario => $"{scenario.Id}: {scenario.Reason}")))
        : result.ToString();
}
