using Rejoin.Runner.Scenarios.Repeated;

namespace Rejoin.Runner.Tests.Scenarios;

public sealed class CyclePlanTests
{
    [Fact]
    public void Each_connection_is_cut_once_or_taken_over()
    {
        var cut = CyclePlan.Cuts(1, CyclePlan.Cycles, new Random(1)).Select(fault => fault.At.Connection).ToHashSet();

        Assert.All(
            Enumerable.Range(1, CyclePlan.Cycles),
            connection => Assert.NotEqual(
                cut.Contains(connection), CyclePlan.IsTakeover(connection, CyclePlan.Cycles)));
    }

    [Fact]
    public void A_connection_beyond_the_plan_is_taken_over() =>
        Assert.True(CyclePlan.IsTakeover(CyclePlan.Cycles + 1, CyclePlan.Cycles));

    [Fact]
    public void A_session_meets_every_kind_of_cut() =>
        Assert.Equal(6, CyclePlan.Cuts(2, CyclePlan.Cycles, new Random(1)).Select(cut => cut.Do).Distinct().Count());
}
