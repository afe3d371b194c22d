using Rejoin.Faults.Plans;

namespace Rejoin.Faults.Tests.Plans;

public sealed class CatalogueTests
{
    public static TheoryData<FaultKind> Kinds => [.. Enum.GetValues<FaultKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_has_an_entry_with_an_example_that_is_a_valid_plan_of_that_kind(FaultKind kind)
    {
        var info = Assert.IsType<FaultKindInfo>(FaultCatalogue.Find(kind));
        var json = $$"""{"schema":"rejoin.plan/1","faults":[{{info.Example}}]}""";
        Assert.Equal(kind, Assert.Single(FaultPlan.FromJson(json).Faults).Do.Kind);
        Assert.Equal(FaultPlan.FromJson(json).Faults, FaultPlan.FromJson(FaultPlan.FromJson(json).ToJson()).Faults);
        Assert.True(PlanVectorTests.KeepsSchema(json));
    }

    [Fact]
    public void Every_kind_has_one_entry() =>
        Assert.Equal(Enum.GetValues<FaultKind>().Order(), FaultCatalogue.All.Select(info => info.Kind).Order());
}
