using Rejoin.Checks;
using Rejoin.Drivers.Reference;
using Rejoin.Runner;

namespace Rejoin.Cli.Tests.Isolation;

/// <summary>The five scenarios, one after the other in an order of its own, each a small run.</summary>
internal sealed class Lane(ITarget target, Contract contract, string folder, Seed seed)
{
    private static readonly (string Scenario, int Trials)[] Sizes =
        [("history", 8), ("agent-state", 8), ("location", 4), ("repeated", 1), ("absence", 24)];

    /// <summary>Folders of the runs.</summary>
    public IReadOnlyList<string> Folders => [.. Sizes.Select(size => FolderOf(size.Scenario))];

    /// <summary>Runs all five.</summary>
    /// <returns>What each check of each scenario says, in an order that does not depend on that of the runs.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken cancellation)
    {
        var verdicts = new List<string>();
        var order = Sizes.ToArray();
        seed.Derive("order", 0).Shuffle(order);
        foreach (var (scenario, trials) in order)
        {
            var run = await RunExecutor.RunAsync(
                new RunOptions
                {
                    Target = target,
                    Driver = new ReferenceDriver(),
                    Contract = contract,
                    Folder = RunFolder.Create(FolderOf(scenario), replace: false),
                    Seed = seed,
                    Scenarios = [scenario],
                    Rounds = 1,
                    TrialsPerRound = trials,
                    ToolVersion = "test",
                },
                new Silence(),
                cancellation);
            Assert.Empty(run.Findings);
            Assert.Empty(run.Scenarios.SelectMany(each => each.BrokenTrials));
            verdicts.AddRange(run.Scenarios.SelectMany(each => each.Checks)
                .Select(check => $"{scenario} {check.Id} {check.Verdict?.ToString() ?? check.Reason}"));
        }

        return [.. verdicts.Order(StringComparer.Ordinal)];
    }

    private string FolderOf(string scenario) => Path.Combine(folder, $"{seed}-{scenario}");

    private sealed class Silence : IRunObserver
    {
        public void ScenarioStarted(string scenario, int trials)
        {
        }

        public void TrialEnded(string scenario, int trial, int resumes, int findings)
        {
        }
    }
}
