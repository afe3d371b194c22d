using System.CommandLine;
using System.Diagnostics;
using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Rejoin.Cli.Tests.Ci;

/// <summary>The pipelines in samples/ci: valid YAML of the right shape, with commands that the tool takes.</summary>
public sealed partial class RecipeTests
{
    private static readonly string[] Swallowed =
        ["continue-on-error", "continueOnError", "allow_failure", "|| true", "|| exit 0"];

    public static TheoryData<string, string> Recipes => new()
    {
        { "github-actions", "github-actions.yml" },
        { "gitlab", "gitlab-ci.yml" },
        { "azure-devops", "azure-pipelines.yml" },
    };

    [Theory]
    [MemberData(nameof(Recipes))]
    public void The_page_holds_the_pipeline(string page, string file)
    {
        var block = Approved.Read($"docs/ci/{page}.md").Split("```yaml\n")[1].Split("```")[0];
        Assert.Equal(Text(file), block);
    }

    [Fact]
    public void One_page_names_every_exit_code_of_a_run()
    {
        var text = Approved.Read("docs/ci/README.md");
        Assert.Contains("**Unknown is not green.**", text, StringComparison.Ordinal);
        var named = CodeRow().Matches(text).SelectMany(match => match.Groups["codes"].Value.Split(", "));
        Assert.Equal(ExitCodeText.All.Select(each => $"{each.Code}").Order(), named.Order());
    }

    [Theory]
    [MemberData(nameof(Recipes))]
    public void The_page_of_a_recipe_says_where_exit_codes_are_explained(string page, string file)
    {
        Assert.NotEmpty(file);
        var text = Approved.Read($"docs/ci/{page}.md");
        Assert.Contains("(README.md#what-fails-the-job)", text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Recipes))]
    public void Every_command_is_one_that_the_tool_takes(string page, string file)
    {
        Assert.NotEmpty(page);
        var commands = Strings(Root(file)).Select(text => Command().Match(text)).Where(match => match.Success)
            .Select(match => match.Groups["arguments"].Value).ToList();
        var root = RejoinCommand.Create(new Terminal { Output = TextWriter.Null, Error = TextWriter.Null });
        Assert.All(commands, command => Assert.Empty(root.Parse(command).Errors));
        Assert.Single(commands, command => command.Contains("--out rejoin-out", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Recipes))]
    public void A_run_that_fails_fails_the_job_and_keeps_its_report(string page, string file)
    {
        Assert.NotEmpty(page);
        var text = Text(file);
        Assert.All(Swallowed, each => Assert.DoesNotContain(each, text, StringComparison.Ordinal));
        Assert.Contains("always", text, StringComparison.Ordinal);
        Assert.Contains(Strings(Root(file)), each => each.TrimEnd('/') == "rejoin-out");
        var number = ToolVersion.Text.Split('+')[0];
        Assert.Contains(Strings(Root(file)), each => each == number);
    }

    [Fact]
    public void The_workflow_has_the_shape_that_github_reads()
    {
        var root = (YamlMappingNode)Root("github-actions.yml");
        Assert.Equal(["name", "on", "permissions", "concurrency", "jobs"], Keys(root));
        Assert.All(((YamlMappingNode)root["jobs"]).Children, job =>
        {
            var body = (YamlMappingNode)job.Value;
            Assert.Subset(
                new HashSet<string> { "runs-on", "timeout-minutes", "env", "steps" }, Keys(body).ToHashSet());
            Assert.All((YamlSequenceNode)body["steps"], step =>
            {
                var keys = Keys((YamlMappingNode)step);
                Assert.Subset(
                    new HashSet<string> { "name", "id", "if", "env", "uses", "with", "run" }, keys.ToHashSet());
                Assert.Single(keys, key => key is "uses" or "run");
            });
        });
        Assert.All(Strings(root).Where(text => text.Contains("secrets.", StringComparison.Ordinal)),
            text => Assert.Equal("${{ secrets.REJOIN_TOKEN }}", text));
    }

    [Fact]
    public async Task Actionlint_has_nothing_to_say()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        Assert.SkipUnless(
            folders.Any(folder => File.Exists(Path.Combine(folder, "actionlint"))),
            "actionlint is not on this machine");
        var start = new ProcessStartInfo("actionlint", [Path.Combine(Approved.Root, "samples/ci/github-actions.yml")])
        {
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal((0, string.Empty), (process.ExitCode, output));
    }

    private static string Text(string file) => Approved.Read($"samples/ci/{file}");

    private static YamlNode Root(string file)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(Text(file)));
        return Assert.Single(stream.Documents).RootNode;
    }

    private static List<string> Keys(YamlMappingNode node) =>
        [.. node.Children.Keys.Select(key => ((YamlScalarNode)key).Value!)];

    private static IEnumerable<string> Strings(YamlNode node) =>
        node.AllNodes.OfType<YamlScalarNode>().Select(scalar => scalar.Value ?? string.Empty);

    [GeneratedRegex("(^|/)rejoin\"? (?<arguments>run .*)$")]
    private static partial Regex Command();

    [GeneratedRegex(@"^\| (?<codes>\d[\d, ]*) \|", RegexOptions.Multiline)]
    private static partial Regex CodeRow();
}
