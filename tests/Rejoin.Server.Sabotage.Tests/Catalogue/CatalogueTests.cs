using System.Text.RegularExpressions;

namespace Rejoin.Server.Sabotage.Tests;

public sealed partial class CatalogueTests
{
    // Every check that is judged in a scenario, without those of the run itself (RJ9xx) and RJ803, whose measures are
    // missed with what other checks accuse.
    private static readonly string[] Checks =
    [
        "RJ101", "RJ102", "RJ103", "RJ105", "RJ106", "RJ107", "RJ111", "RJ112", "RJ113", "RJ114", "RJ115", "RJ116",
        "RJ201", "RJ202", "RJ203", "RJ204", "RJ205", "RJ206", "RJ207", "RJ208", "RJ301", "RJ302", "RJ303", "RJ305",
        "RJ401", "RJ402", "RJ501", "RJ502", "RJ601", "RJ608", "RJ701", "RJ702", "RJ703", "RJ801", "RJ802", "RJ804",
    ];

    [Fact]
    public void Every_check_has_a_bug() =>
        Assert.Equal(Checks, SabotageCatalogue.All.Select(bug => bug.Check).Order(StringComparer.Ordinal).Distinct());

    [Fact]
    public void Every_scenario_has_bugs() =>
        Assert.Equal(
            ["absence", "agent-state", "history", "location", "repeated", "sweep"],
            SabotageCatalogue.All.Select(bug => bug.Scenario).Order(StringComparer.Ordinal).Distinct());

    [Fact]
    public void Ids_are_unique_words_joined_by_hyphens()
    {
        Assert.All(SabotageCatalogue.All, bug => Assert.Matches(Id(), bug.Id));
        Assert.Distinct(SabotageCatalogue.All.Select(bug => bug.Id));
    }

    [Fact]
    public void A_bug_is_found_by_its_id_and_nothing_else() =>
        Assert.All(SabotageCatalogue.All, bug =>
        {
            Assert.Same(bug, SabotageCatalogue.Find(bug.Id));
            Assert.Null(SabotageCatalogue.Find(bug.Check));
        });

    [Fact]
    public void Only_a_missed_objective_exits_with_3() =>
        Assert.All(
            SabotageCatalogue.All,
            bug => Assert.Equal(bug.Check.StartsWith("RJ8", StringComparison.Ordinal) ? 3 : 1, bug.Exit));

    [Fact]
    public void Every_bug_puts_something_in_front_of_the_server() =>
        Assert.All(SabotageCatalogue.All, bug =>
        {
            Assert.NotEqual(new ServerSeams(), bug.Plant());
            Assert.Null(bug.Plant().Time);
            Assert.Null(bug.Plant().Logging);
        });

    [Fact]
    public void Summaries_are_one_sentence() =>
        Assert.All(SabotageCatalogue.All, bug => Assert.Matches(Sentence(), bug.Summary));

    [GeneratedRegex("^[a-z]+(-[a-z]+)+$")]
    private static partial Regex Id();

    [GeneratedRegex(@"^The server .+; removed: .+\.$")]
    private static partial Regex Sentence();
}
