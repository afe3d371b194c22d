namespace Rejoin.Checks.Tests;

/// <summary>Random trials; a failure names the seed that repeats it.</summary>
public sealed class RandomTrialTests
{
    public static TheoryData<PlantedBug> Bugs => [.. PlantedBugs.CaughtBy.Keys];

    [Fact]
    public void A_random_trial_without_a_bug_is_never_accused() => Assert.All(
        Enumerable.Range(0, 1_000),
        seed => Assert.Empty(Judged.Accusers(RandomTrial.Of(seed, PlantedBug.None))));

    [Theory]
    [MemberData(nameof(Bugs))]
    public void A_random_trial_with_one_bug_is_accused_by_its_check_alone(PlantedBug bug) => Assert.All(
        Enumerable.Range(0, 200),
        seed => Assert.Equal([PlantedBugs.CaughtBy[bug]], Judged.Accusers(RandomTrial.Of(seed, bug))));
}
