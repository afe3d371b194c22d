using System.Text.Json;
using Rejoin.Checks;
using Rejoin.Faults.Plans;
using Rejoin.Server.Sabotage;

namespace Rejoin.Cli.Tests.List;

public sealed class ListTests
{
    [Theory]
    [InlineData("scenarios", "id", "summary")]
    [InlineData("conversations", "id", "summary")]
    [InlineData("checks", "id", "name", "meaning")]
    [InlineData("faults", "kind", "layer", "determinism", "summary", "example")]
    [InlineData("sabotage", "id", "check", "scenario", "exit", "summary")]
    public async Task A_list_has_the_same_entries_as_text_and_as_json(string list, params string[] properties)
    {
        var text = await Tool.RunAsync(["list", list]);
        var json = await Tool.RunAsync(["list", list, "--json"]);
        Assert.Equal((0, 0), (text.ExitCode, json.ExitCode));
        Assert.Equal(string.Empty, text.Error + json.Error);
        var entries = JsonDocument.Parse(json.Output).RootElement.EnumerateArray().ToList();
        Assert.NotEmpty(entries);
        Assert.All(entries,
            entry => Assert.Equal(properties, entry.EnumerateObject().Select(property => property.Name)));
        var lines = text.Output.Split('\n');
        Assert.All(entries, entry => Assert.Contains(
            lines, line => line.StartsWith($"{entry.GetProperty(properties[0]).GetString()}  ",
                StringComparison.Ordinal)));
        Assert.DoesNotContain(lines, line => line.Length > 100);
    }

    [Fact]
    public void Every_kind_of_fault_has_a_summary()
    {
        var entries = FaultEntry.All();
        Assert.Equal(Enum.GetValues<FaultKind>().Length, entries.Count);
        Assert.All(entries, entry => Assert.NotEmpty(entry.Summary));
        Assert.Equal(entries.Select(entry => entry.Kind).Distinct().Count(), entries.Count);
    }

    [Fact]
    public void A_planted_bug_names_a_check_and_a_scenario_that_exist()
    {
        Assert.All(SabotageCatalogue.All, bug => Assert.NotNull(CheckCatalogue.Find(bug.Check)));
        Assert.Subset(
            ScenarioEntry.All().Select(entry => entry.Id).Append("sweep").ToHashSet(),
            SabotageCatalogue.All.Select(bug => bug.Scenario).ToHashSet());
    }
}
