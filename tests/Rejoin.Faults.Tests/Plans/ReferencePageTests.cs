using System.Text.Json;
using Rejoin.Faults.Plans;

namespace Rejoin.Faults.Tests.Plans;

public sealed class ReferencePageTests
{
    private static readonly string Page = File.ReadAllText(Repository.Path("docs", "reference", "faults.md"));

    [Fact]
    public void Example_plan_of_the_page_is_valid()
    {
        var json = Page.Split("```json")[1].Split("```")[0];
        Assert.Equal(
            ["mid-reply", "restart", "slow", "half-asked", "lost-for-now", "every-time"],
            FaultPlan.FromJson(json).Faults.Select(f => f.Id));
    }

    [Fact]
    public void Page_has_a_row_for_every_kind() => Assert.All(
        Enum.GetValues<FaultKind>(),
        kind => Assert.Contains($"| `{JsonSerializer.Serialize(kind).Trim('"')}` |", Page, StringComparison.Ordinal));
}
