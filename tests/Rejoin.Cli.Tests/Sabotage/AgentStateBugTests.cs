namespace Rejoin.Cli.Tests.Sabotage;

public sealed class AgentStateBugTests : PlantedBugs
{
    public const string Scenario = "agent-state";

    public static TheoryData<string> Bugs => Of(Scenario);

    [Theory]
    [MemberData(nameof(Bugs))]
    public Task A_planted_bug_is_caught_by_its_check_alone(string id) => CaughtAsync(id);
}
