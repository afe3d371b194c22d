using System.Text;
using Rejoin.Cli.Tests.Reports;
using Rejoin.Reports.Tests.Files;
using Rejoin.Runner;

namespace Rejoin.Reports.Tests.Markdown;

public sealed class MarkdownReportTests
{
    public static TheoryData<string> Names => [.. Samples.All.Keys];

    [Theory]
    [InlineData("pass")]
    [InlineData("fail")]
    [InlineData("missed")]
    [InlineData("unknown")]
    [InlineData("gone")]
    [InlineData("five-fail")]
    [InlineData("five-pass")]
    [InlineData("markup")]
    public void A_summary_is_as_expected(string name)
    {
        var text = Text(Samples.All[name], hasHistories: name == "fail");
        var folder = Path.Combine(AppContext.BaseDirectory, "Markdown", "Expected");
        var expected = Path.Combine(folder, $"{name}.txt");
        if (!File.Exists(expected) || !File.ReadAllBytes(expected).SequenceEqual(Encoding.UTF8.GetBytes(text)))
        {
            Directory.CreateDirectory(folder);
            File.WriteAllBytes(Path.Combine(folder, $"{name}.received"), Encoding.UTF8.GetBytes(text));
            Assert.Fail($"'{name}' is not as expected. Received (in '{folder}'):\n{text}");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_summary_fits_into_a_comment(string name) =>
        Assert.InRange(Text(Samples.All[name]).Length, 50, MarkdownReport.CharactersAtMost);

    [Fact]
    public void A_run_with_everything_wrong_fits_into_a_comment_too()
    {
        var run = Samples.Markup();
        var scenarios = Enumerable.Range(1, 300).Select(number => run.Scenarios[0] with { Id = $"s{number}" }).ToList();
        var text = Text(run with
        {
            Scenarios = scenarios,
            Findings = [.. scenarios.SelectMany(scenario => run.Findings.Take(3)
                .Select(finding => finding with { Scenario = scenario.Id }))],
        });
        Assert.InRange(text.Length, 40_000, MarkdownReport.CharactersAtMost);
        Assert.Contains("more check", text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_tag_is_one_of_ours_and_closed(string name)
    {
        var text = Text(Samples.All[name]);
        foreach (var tag in new[] { "details", "summary", "pre" })
        {
            Assert.Equal(Count(text, $"<{tag}>"), Count(text, $"</{tag}>"));
        }

        Assert.All(
            text.Replace("\\<", "", StringComparison.Ordinal).Split('<').Skip(1).Select(part => part.Split('>')[0]),
            tag => Assert.Contains(tag.Trim('/'), new[] { "details", "summary", "pre", "br" }));
    }

    [Fact]
    public void Nothing_can_steer_a_terminal_or_the_direction_of_reading() => Assert.DoesNotContain(
        Text(Samples.Markup()), character => (char.IsControl(character) && character != '\n')
            || character is '\u202E' or '\u2066');

    [Fact]
    public void The_first_line_is_the_verdict_in_a_sentence() =>
        Assert.StartsWith("## ✗ FAIL: 3 findings of RJ101.\n", Text(SampleRuns.Failing()), StringComparison.Ordinal);

    [Fact]
    public void Evidence_is_shown_from_the_folder_and_missing_evidence_is_said()
    {
        Assert.Contains("{\"index\":41,\"trial\":17}\n", Text(SampleRuns.Failing(), hasHistories: true),
            StringComparison.Ordinal);
        Assert.Contains("histories/history-0017.jsonl:41,43-45 (not in this folder)\n", Text(SampleRuns.Failing()),
            StringComparison.Ordinal);
    }

    [Fact]
    public void No_file_outside_of_the_folder_is_shown() =>
        Assert.DoesNotContain("a secret", Text(Samples.Markup(), hasHistories: true), StringComparison.Ordinal);

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    private static string Text(RunDocument run, bool hasHistories = false) =>
        SampleFolder.Text(run, MarkdownReport.Write, hasHistories);
}
