using CsCheck;

namespace Rejoin.Checks.Tests;

public sealed class RandomTrialTests
{
    public static TheoryData<PlantedBug> Bugs => [.. PlantedBugs.CaughtBy.Keys];

    [Fact]
    public void A_random_trial_without_a_bug_is_never_accused() =>
        Gen.Int[0, int.MaxValue - 1].Sample(
            seed => Assert.Empty(Judged.Accusers(RandomTrial.Of(seed, PlantedBug.None))), iter: 1000);

    [Theory]
    [MemberData(nameof(Bugs))]
    public void A_random_trial_with_one_bug_is_accused_by_its_check_alone(PlantedBug bug) =>
        Gen.Int[0, int.MaxValue - 1].Sample(
            seed => Assert.Equal([PlantedBugs.CaughtBy[bug]], Judged.Accusers(RandomTrial.Of(seed, bug))), iter: 100);
}
