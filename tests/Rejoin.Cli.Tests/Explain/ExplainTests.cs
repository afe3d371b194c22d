using System.Text.Json;
using Rejoin.Checks;
using Rejoin.Cli.Tests.BadInput;

namespace Rejoin.Cli.Tests.Explain;

public sealed class ExplainTests
{
    [Theory]
    [InlineData("RJ101")]
    [InlineData("rj101")]
    public async Task A_finding_is_explained_in_any_case(string id)
    {
        var result = await Tool.RunAsync(["explain", id]);
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.StartsWith($"RJ101 {RunbookCatalogue.Read("RJ101").Title}\n\nFirst action ", result.Output,
            StringComparison.Ordinal);
        Assert.Contains("\nMeaning\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("\nplanted bug  lose-acked\n", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', result.Output);
        Assert.DoesNotContain("<!--", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("**", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("60")]
    [InlineData("80")]
    [InlineData("120")]
    public async Task Sentences_keep_to_the_width_and_code_is_not_broken(string columns)
    {
        var environment = new Dictionary<string, string> { ["COLUMNS"] = columns };
        var result = await Tool.RunAsync(["explain", .. RunbookCatalogue.Ids()], environment: environment);
        var width = int.Parse(columns, System.Globalization.CultureInfo.InvariantCulture);
        var code = RunbookCatalogue.Ids().Select(RunbookCatalogue.Read)
            .SelectMany(page => MarkdownBlocks.Of(page.Body).Where(block => block.Kind == MarkdownKind.Code))
            .SelectMany(block => block.Text.Split('\n')).Select(line => line.Trim()).ToHashSet();
        var lines = result.Output.Split('\n').Select(line => line.TrimEnd()).ToList();
        Assert.All(lines.Where(line => line.Length > width && line.Trim().Contains(' ', StringComparison.Ordinal)),
            line => Assert.True(code.Contains(line.Trim()) || line.Contains("`rejoin ", StringComparison.Ordinal)
                || line.Contains("rejoin run", StringComparison.Ordinal), line));
        Assert.Subset(lines.Select(line => line.Trim()).ToHashSet(), code);
    }

    [Fact]
    public async Task Several_ids_are_explained_in_the_order_asked_for()
    {
        var result = await Tool.RunAsync(["explain", "RJ111,RJ101", "rj111", "RJ402", "--markdown"]);
        Assert.Equal(0, result.ExitCode);
        Assert.Equal(string.Join('\n', new[] { "RJ111", "RJ101", "RJ402" }.Select(
            id => File.ReadAllText(RunbookFolder.PathOf(id)))), result.Output);
    }

    [Fact]
    public async Task Without_an_id_every_finding_has_a_line()
    {
        var result = await Tool.RunAsync(["explain"]);
        var lines = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(0, result.ExitCode);
        Assert.Equal(CheckCatalogue.All.Select(check => check.Id), lines.Select(line => line[..5]));
        Assert.All(lines, line => Assert.True(line.Length <= 100, line));
    }

    [Fact]
    public async Task Json_has_the_parts_of_the_pages()
    {
        var result = await Tool.RunAsync(["explain", "RJ101", "RJ901", "--json"]);
        var pages = JsonDocument.Parse(result.Output).RootElement.EnumerateArray().ToList();
        Assert.Equal(["RJ101", "RJ901"], pages.Select(page => page.GetProperty("id").GetString()));
        Assert.Equal(
            ["id", "title", "severity", "property", "scenarios", "planted", "rehearsed", "firstAction", "sections"],
            pages[0].EnumerateObject().Select(property => property.Name));
        Assert.Contains("∃ m ∈ Acc", result.Output, StringComparison.Ordinal);
        Assert.Equal(["heading", "text"],
            pages[0].GetProperty("sections")[0].EnumerateObject().Select(property => property.Name));
    }

    [Theory]
    [InlineData("There is no finding 'RJ110'.", "Did you mean RJ111, RJ112", "RJ110")]
    [InlineData("There is no finding 'RJ999', 'x'.", "Did you mean RJ90", "RJ999", "x")]
    [InlineData("There is no finding 'lost'.", "Did you mean RJ101?", "lost")]
    [InlineData("There is no finding 'nothing'.", "'rejoin explain' lists every id.", "nothing")]
    public async Task A_wrong_id_is_one_message(string message, string hint, params string[] arguments) =>
        Refusal.Is(await Tool.RunAsync(["explain", .. arguments]), message, hint);

    [Fact]
    public async Task Two_forms_at_once_are_refused()
    {
        var result = await Tool.RunAsync(["explain", "RJ101", "--json", "--markdown"]);

        Assert.Equal(64, result.ExitCode);
        Assert.Contains("--markdown and --json exclude each other.", result.Error, StringComparison.Ordinal);
    }
}
