using System.Text.RegularExpressions;

namespace Rejoin.Checks.Tests;

public sealed partial class CheckCatalogueTests
{
    [Fact]
    public void Ids_and_names_are_unique_and_in_order()
    {
        var ids = CheckCatalogue.All.Select(check => check.Id).ToList();
        Assert.Equal(ids.Order().Distinct(), ids);
        Assert.Equal(ids.Count, CheckCatalogue.All.Select(check => check.Name).Distinct().Count());
        Assert.All(CheckCatalogue.All, check => Assert.EndsWith(".", check.Meaning, StringComparison.Ordinal));
    }

    [Fact]
    public void The_page_describes_exactly_the_checks_of_the_catalogue()
    {
        var page = File.ReadAllText(Repository.Path("docs", "reference", "checks.md"));
        Assert.Equal(
            CheckCatalogue.All.Select(check => $"{check.Id} {check.Name}"),
            Heading().Matches(page).Select(match => match.Groups[1].Value));
    }

    [Fact]
    public void Every_check_is_used_by_a_core_scenario_a_sweep_or_a_replay() => Assert.Equal(
        CheckCatalogue.All.Select(check => check.Id),
        new[] { "history", "agent-state", "location", "repeated", "absence", "replay", "sweep" }
            .SelectMany(CheckCatalogue.UsedBy)
            .Distinct().Order());

    [Fact]
    public void Checks_of_one_scenario_are_not_used_by_others() =>
        Assert.DoesNotContain("RJ115", CheckCatalogue.UsedBy("repeated"));

    [Fact]
    public void A_family_is_the_first_digit_of_an_id() =>
        Assert.Equal(CheckFamily.Isolation, CheckCatalogue.Find("rj401")!.Family);

    [GeneratedRegex(@"^### (RJ\d{3} \S+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
