namespace Rejoin.Cli.Tests.Completion;

/// <summary>What the tool tells a shell about a line that is being typed.</summary>
public sealed class SuggestTests
{
    [Theory]
    [InlineData("rejoin ", "run", "check", "serve", "list", "completion", "--version")]
    [InlineData("rejoin ru", "run")]
    [InlineData("rejoin run --sce", "--scenario")]
    [InlineData("rejoin run --scenario ", "history", "agent-state", "location", "repeated", "absence")]
    [InlineData("rejoin run --scenario his", "history")]
    [InlineData("rejoin run --scenario history --sabotage lose-", "lose-acked")]
    [InlineData("rejoin run --target ", "embedded")]
    [InlineData("rejoin list ", "scenarios", "checks", "faults", "sabotage")]
    [InlineData("rejoin completion ", "bash", "zsh", "fish", "pwsh")]
    public async Task Commands_options_and_values_are_suggested(string line, params string[] expected) =>
        Assert.Subset((await OfAsync(line)).ToHashSet(), expected.ToHashSet());

    [Theory]
    [InlineData("rejoin serve --emb")]
    [InlineData("rejoin run --scenario his", "agent-state")]
    [InlineData("rejoin ru", "check")]
    public async Task What_is_hidden_or_begins_otherwise_is_not(string line, params string[] others) =>
        Assert.Empty((await OfAsync(line)).Intersect([.. others, "--embedded"]));

    [Fact]
    public async Task Every_scenario_and_every_planted_bug_is_suggested()
    {
        Assert.Equal(
            ScenarioEntry.All().Select(entry => entry.Id).Order(), (await ValuesAsync("rejoin run --scenario ")));
        Assert.Equal(
            SabotageEntry.All().Select(entry => entry.Id).Order(), (await ValuesAsync("rejoin run --sabotage ")));
    }

    private static async Task<IEnumerable<string>> ValuesAsync(string line) =>
        (await OfAsync(line)).Where(each => !each.StartsWith('-')).Order();

    private static async Task<string[]> OfAsync(string line)
    {
        var (code, output, error) = await CommandLine.Spoken.RunAsync($"[suggest:{line.Length}]", line);
        Assert.Equal((0, string.Empty), (code, error));
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
