using System.Text.RegularExpressions;

namespace Rejoin.Cli.Tests.CommandLine;

/// <summary>What a run tells beside its result, and where.</summary>
public sealed partial class TellingTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Verbose_tells_versions_services_and_each_trial_with_its_faults()
    {
        var result = await Tool.RunAsync(
            ["run", "--scenario", "history", "--rounds", "2", "--trials", "3", "--verbose"], folder.Path);
        Assert.Matches(@"rejoin \S+, commit \S+, \.NET 10", result.Error);
        Assert.Contains("target embedded, contract built in, 2 rounds", result.Error, StringComparison.Ordinal);
        Assert.Equal(2, Service().Count(result.Error));
        var trials = Trial().Matches(result.Error).Select(match => match.Groups["trial"].Value).Order();
        Assert.Equal(["1", "2", "3", "4", "5", "6"], trials);
    }

    [Fact]
    public async Task Quiet_tells_one_line_and_nothing_beside_it_though_a_bug_was_found()
    {
        var result = await Tool.RunAsync(
            ["run", "--rounds", "1", "--trials", "6", "--sabotage", "lose-acked", "--quiet", "--verbose"], folder.Path);
        Assert.Equal(1, result.ExitCode);
        Assert.All(
            result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries),
            line => Assert.StartsWith("!!!", line, StringComparison.Ordinal));
        Assert.StartsWith("✗ FAIL", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_failure_one_line_says_what_to_do_next_and_the_result_stays_alone_on_its_stream()
    {
        var result = await Tool.RunAsync(
            ["run", "--rounds", "1", "--trials", "6", "--sabotage", "lose-acked", "--out", "out"], folder.Path);
        Assert.Equal(1, result.ExitCode);
        Assert.Single(result.Error.Split('\n'), line => line.StartsWith("next: ", StringComparison.Ordinal));
        Assert.Contains("next: rejoin explain RJ101, or open out", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("next: ", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', result.ToString());
    }

    [Theory]
    [InlineData(true, "FORCE_COLOR")]
    [InlineData(false, "FORCE_COLOR", "--no-color")]
    [InlineData(false, "REJOIN_UNUSED")]
    public async Task Colour_into_a_pipe_is_forced_by_the_environment_only(
        bool coloured, string variable, params string[] options)
    {
        var result = await Tool.RunAsync(
            ["run", "--scenario", "history", "--rounds", "1", "--trials", "2", .. options], folder.Path,
            new Dictionary<string, string> { [variable] = "1" });
        Assert.Equal(coloured, result.Output.Contains('\u001b'));
    }

    [Fact]
    public void Names_that_a_run_gives_are_valid_on_every_system_and_as_artifacts()
    {
        var place = RunPlace.Of(null, new DateTimeOffset(2026, 11, 23, 1, 2, 3, TimeSpan.Zero), Runner.Seed.New());
        IEnumerable<string> names =
        [
            .. place.Folder.Split(Path.DirectorySeparatorChar),
            .. ScenarioEntry.All().SelectMany(each => Runner.RunFolder.HistoryName(each.Id, 100_000).Split('/')),
            Runner.LatestLink.Name,
        ];
        Assert.All(names, name =>
        {
            Assert.Matches("^[A-Za-z0-9][A-Za-z0-9._-]*[A-Za-z0-9]$", name);
            Assert.DoesNotMatch("(?i)^(con|prn|aux|nul|com[0-9]|lpt[0-9])([.]|$)", name);
        });
    }

    [GeneratedRegex(@"^history round \d: service ws://127\.0\.0\.1:\d+/", RegexOptions.Multiline)]
    private static partial Regex Service();

    [GeneratedRegex(
        @"^history trial (?<trial>\d): \d+ resumes?, 0 findings, [^\n]*\d (fin|rst|half-open|close)[^\n]*, \d/6",
        RegexOptions.Multiline)]
    private static partial Regex Trial();
}
