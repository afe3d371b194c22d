using System.Text.RegularExpressions;
using Rejoin.Checks;
using Rejoin.Server.Sabotage;

namespace Rejoin.Cli.Tests.Explain;

/// <summary>The pages say what the catalogues say.</summary>
public sealed partial class RunbookRuleTests
{
    private const string None = "none";

    public static TheoryData<string> Ids => [.. CheckCatalogue.All.Select(check => check.Id)];

    [Fact]
    public void Every_check_has_a_page_and_every_page_a_check()
    {
        var ids = CheckCatalogue.All.Select(check => check.Id).ToList();
        Assert.Equal(ids, RunbookFolder.Pages().Select(page => page.Id));
        Assert.Equal(ids, RunbookCatalogue.Ids());
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_front_matter_says_what_the_catalogues_say(string id)
    {
        var (page, check) = (RunbookCatalogue.Read(id), CheckCatalogue.Find(id)!);
        Assert.Equal(id, page.Id);
        Assert.Equal(check.Severity.ToString(), page.Severity, ignoreCase: true);
        Assert.Equal(check.Scenarios, page.Scenarios);
        var planted = SabotageCatalogue.All.Where(bug => bug.Check == id).Select(bug => bug.Id).ToList();
        Assert.Equal(planted.Count > 0 ? planted : [None], page.Planted);
        Assert.StartsWith($"# {id} {check.Name}\n", page.Body.TrimStart('\n'), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rehearsal_has_its_date_its_outcome_and_its_command(string id)
    {
        var page = RunbookCatalogue.Read(id);
        if (page.Planted is [None])
        {
            Assert.StartsWith("not rehearsed", Assert.Single(page.Rehearsed), StringComparison.Ordinal);
            return;
        }

        Assert.Equal(page.Planted.Count, page.Rehearsed.Count);
        foreach (var (bug, rehearsal) in page.Planted.Zip(page.Rehearsed))
        {
            Assert.Matches($@"^\d{{4}}-\d\d-\d\d, exit {SabotageCatalogue.Find(bug)!.Exit}, {id} .+, "
                + $@"`rejoin (run|sweep) .*--sabotage {bug} .*--seed 0x[0-9A-F]+.*`$", rehearsal);
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_command_of_a_page_can_be_given(string id)
    {
        var commands = Commands(RunbookCatalogue.Read(id)).ToList();
        Assert.NotEmpty(commands);
        Assert.All(commands, command =>
        {
            var arguments = command.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..]
                .Select(word => word is "N" or "X" ? "1" : word).ToList();
            var parsed = RejoinCommand.Create(new Terminal { Output = TextWriter.Null, Error = TextWriter.Null })
                .Parse(arguments);
            Assert.True(parsed.Errors.Count == 0, $"{command}: {string.Join(' ', parsed.Errors)}");
            Assert.All(After(arguments, "--scenario"), scenario =>
                Assert.Contains(scenario, ScenarioEntry.All().Select(entry => entry.Id)));
            Assert.All(After(arguments, "--sabotage"), bug => Assert.NotNull(SabotageCatalogue.Find(bug)));
        });
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Verify_runs_a_scenario_that_judges_it_and_a_bug_that_it_catches(string id)
    {
        var (page, check) = (RunbookCatalogue.Read(id), CheckCatalogue.Find(id)!);
        var verify = page.Sections.Single(section => section.Heading == "Verify").Text;
        var runs = CommandLine().Matches(verify).Select(match => match.Value.Split(' ')).ToList();
        var isOfScenario = ScenarioEntry.All().Any(scenario => check.IsUsedBy(scenario.Id));
        Assert.Contains(runs, run => !run.Contains("--sabotage")
            && (!isOfScenario || After(run, "--scenario").Any(check.IsUsedBy)));
        var bugs = runs.SelectMany(run => After(run, "--sabotage")).ToList();
        Assert.Equal(page.Planted is [None] ? [] : page.Planted, bugs);
        Assert.All(runs.Where(run => run.Contains("--sabotage") && run[1] == "run"), run => Assert.Equal(
            After(run, "--sabotage").Select(bug => SabotageCatalogue.Find(bug)!.Scenario), After(run, "--scenario")));
    }

    private static IEnumerable<string> After(IReadOnlyList<string> words, string option) =>
        words.Index().Where(word => word.Index > 0 && words[word.Index - 1] == option).Select(word => word.Item);

    private static IEnumerable<string> Commands(Runbook page) =>
        CommandLine().Matches(page.Body).Select(match => match.Value)
            .Concat(page.Rehearsed.SelectMany(each => InlineCommand().Matches(each))
                .Select(match => match.Groups["command"].Value));

    [GeneratedRegex(@"(?<=^ *)rejoin [a-z].*$", RegexOptions.Multiline)]
    private static partial Regex CommandLine();

    [GeneratedRegex("`(?<command>rejoin [^`]+)`")]
    private static partial Regex InlineCommand();
}
