using Rejoin.Server.Sabotage;

namespace Rejoin.Cli.Tests.Sabotage;

/// <summary>No planted bug is left out of the tests.</summary>
public sealed class EveryBugTests
{
    [Fact]
    public void Every_scenario_of_a_planted_bug_has_its_class()
    {
        string[] tested =
        [
            HistoryBugTests.Scenario, AgentStateBugTests.Scenario, LocationBugTests.Scenario,
            RepeatedBugTests.Scenario, AbsenceBugTests.Scenario, SweepBugTests.Scenario,
        ];
        Assert.Empty(SabotageCatalogue.All.Where(bug => !tested.Contains(bug.Scenario)).Select(bug => bug.Id));
    }
}
