using System.CommandLine;

namespace Rejoin.Cli.Tests.CommandLine;

/// <summary>The page of the command line comes from the tree of commands, and so does the help.</summary>
public sealed class CommandPageTests
{
    private const string Page = "docs/reference/cli.md";

    public static TheoryData<string> Commands => [.. CommandPage.Shown(Root()).Select(command => command.Name)];

    [Fact]
    public void The_page_is_what_the_commands_say() =>
        Approved.Matches(Page, CommandPage.Written(Approved.Read(Page), Root()));

    [Theory]
    [MemberData(nameof(Commands))]
    public void Every_option_says_what_it_does_and_what_its_value_is(string name)
    {
        var command = Root().Subcommands.Single(each => each.Name == name);
        Assert.IsAssignableFrom<IExplainedCommand>(command);
        Assert.All(CommandPage.Shown(command).Prepend(command), each =>
        {
            Assert.False(string.IsNullOrEmpty(each.Description), each.Name);
            Assert.All(each.Options.Where(option => !option.Hidden), option =>
            {
                Assert.True(option.Description?.EndsWith('.') == true, option.Name);
                Assert.True(option.ValueType == typeof(bool) || option.HelpName is not null, option.Name);
            });
            Assert.All(each.Arguments, argument => Assert.NotEmpty(argument.Description ?? ""));
        });
    }

    [Fact]
    public void Options_of_one_name_are_of_one_kind_everywhere()
    {
        var options = CommandPage.Shown(Root())
            .SelectMany(command => CommandPage.Shown(command).Prepend(command))
            .SelectMany(command => command.Options)
            .Where(option => !option.Hidden);
        Assert.All(options.GroupBy(option => option.Name), same => Assert.Single(
            same.Select(option => (option.HelpName, option.ValueType.Name, option.Arity.MaximumNumberOfValues))
                .Distinct()));
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Help_has_examples_and_exit_codes_and_no_hidden_option(string name)
    {
        var (code, output, error) = await Spoken.RunAsync(name, "--help");
        Assert.Equal((0, string.Empty), (code, error));
        Assert.Contains("Usage:", output, StringComparison.Ordinal);
        Assert.Matches("\nExamples?:\n", output);
        Assert.Contains("\n  64   wrong use or configuration", output, StringComparison.Ordinal);
        Assert.DoesNotContain("--embedded", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0 1 2 3 64 70 130")]
    [InlineData("0 1 2 3 64 70 130", "run")]
    [InlineData("0 1 2 3 64 70", "check")]
    [InlineData("0 64 70 130", "serve")]
    [InlineData("0 64 70", "list", "faults")]
    [InlineData("0 64 70", "completion", "bash")]
    [InlineData("0 64 70", "report")]
    public async Task Help_names_only_exit_codes_that_the_command_has(string codes, params string[] command)
    {
        var (_, output, _) = await Spoken.RunAsync([.. command, "--help"]);
        var shown = output.Split("Exit codes:\n")[1].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(codes.Split(' ').Order(), shown.Select(line => line.Trim().Split(' ')[0]).Order());
    }

    [Fact]
    public async Task The_version_is_one_line_with_the_commit()
    {
        var result = await Tool.RunAsync(["--version"]);
        Assert.Equal(0, result.ExitCode);
        Assert.Matches(@"^rejoin \d+\.\d+\.\d+\S*, commit ([0-9a-f]{12}|unknown)\n$", result.Output);
    }

    [Theory]
    [InlineData("0.1.0+1f2e3d4c5b6a79880123456789abcdef01234567", "rejoin 0.1.0, commit 1f2e3d4c5b6a")]
    [InlineData("0.1.0-beta.2+abc", "rejoin 0.1.0-beta.2, commit abc")]
    [InlineData("0.1.0", "rejoin 0.1.0, commit unknown")]
    public void A_version_without_a_commit_says_so(string version, string line) =>
        Assert.Equal(line, VersionText.Of(version));

    private static RootCommand Root() =>
        RejoinCommand.Create(new Terminal { Output = TextWriter.Null, Error = TextWriter.Null });
}
