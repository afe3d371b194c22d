namespace Rejoin.Checks.Tests;

public sealed class PlantedBugTests
{
    public static TheoryData<PlantedBug> Bugs => [.. PlantedBugs.CaughtBy.Keys];

    [Theory]
    [MemberData(nameof(Bugs))]
    public void A_planted_bug_is_accused_by_its_check_and_by_no_other(PlantedBug bug) =>
        Assert.Equal([PlantedBugs.CaughtBy[bug]], Judged.Accusers(BuggyTrials.Of(bug).Build()));
}
