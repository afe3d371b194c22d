using System.CommandLine;
using System.Text.RegularExpressions;

namespace Rejoin.Cli.Tests.Pages;

/// <summary>The page of the command line and the commands say the same.</summary>
public sealed partial class CommandPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Pages", "cli.md"));

    public static TheoryData<string> Commands => ["run", "check", "serve", "list"];

    [Theory]
    [MemberData(nameof(Commands))]
    public void Every_option_of_a_command_is_in_its_table_and_no_other(string name)
    {
        var command = Root().Subcommands.Single(each => each.Name == name);
        var options = command.Options.Concat(command.Subcommands.SelectMany(each => each.Options))
            .Where(option => !option.Hidden)
            .Select(option => option.Name)
            .Distinct()
            .Order(StringComparer.Ordinal);
        var rows = OptionRow().Matches(Section(name)).Select(match => match.Groups["name"].Value)
            .Order(StringComparer.Ordinal);
        Assert.Equal(options, rows);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Every_option_says_what_it_does_and_what_its_value_is(string name)
    {
        var command = Root().Subcommands.Single(each => each.Name == name);
        Assert.False(string.IsNullOrEmpty(command.Description));
        Assert.All(command.Options.Where(option => !option.Hidden), option =>
        {
            Assert.True(option.Description?.EndsWith('.') == true, option.Name);
            Assert.True(option.ValueType == typeof(bool) || option.HelpName is not null, option.Name);
        });
    }

    [Fact]
    public void Every_command_is_on_the_page() =>
        Assert.Equal(Root().Subcommands.Select(command => command.Name).Order(),
            Commands.Select(row => row.Data).Order());

    [Fact]
    public void Every_list_is_on_the_page() => Assert.All(
        Root().Subcommands.Single(command => command.Name == "list").Subcommands,
        list => Assert.Contains($"| `rejoin list {list.Name}` |", Page, StringComparison.Ordinal));

    [Theory]
    [InlineData("--help")]
    [InlineData("run", "--help")]
    [InlineData("check", "--help")]
    [InlineData("serve", "--help")]
    [InlineData("list", "--help")]
    [InlineData("list", "checks", "-h")]
    public async Task Help_has_examples_and_exit_codes_and_no_hidden_option(params string[] arguments)
    {
        var result = await Tool.RunAsync(arguments);
        Assert.Equal((0, string.Empty), (result.ExitCode, result.Error));
        Assert.Contains("Usage:", result.Output, StringComparison.Ordinal);
        Assert.Contains("Examples:", result.Output, StringComparison.Ordinal);
        Assert.Contains("\n  64   wrong use or configuration", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("--embedded", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0 1 2 3 64 70 130", "run")]
    [InlineData("0 1 2 3 64 70", "check")]
    [InlineData("0 64 70 130", "serve")]
    [InlineData("0 64 70", "list", "faults")]
    public async Task Help_names_only_exit_codes_that_the_command_has(string codes, params string[] command)
    {
        var result = await Tool.RunAsync([.. command, "--help"]);
        var shown = result.Output.Split("Exit codes:\n")[1].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(codes.Split(' '), shown.Select(line => line.Trim().Split(' ')[0]));
    }

    [Fact]
    public async Task The_version_is_one_line()
    {
        var result = await Tool.RunAsync(["--version"]);
        Assert.Equal(0, result.ExitCode);
        Assert.Matches(@"^\d+\.\d+\.\d+\S*\n$", result.Output);
    }

    private static RootCommand Root() =>
        RejoinCommand.Create(new Terminal { Output = TextWriter.Null, Error = TextWriter.Null });

    private static string Section(string command) => Page.Split("\n## ").Single(
        part => part.StartsWith($"rejoin {command}\n", StringComparison.Ordinal)
            || part.StartsWith($"rejoin {command} ", StringComparison.Ordinal));

    [GeneratedRegex(@"^\| `(?<name>--[a-z0-9-]+)", RegexOptions.Multiline)]
    private static partial Regex OptionRow();
}
