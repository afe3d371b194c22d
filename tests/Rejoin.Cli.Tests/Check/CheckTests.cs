using Rejoin.Runner;

namespace Rejoin.Cli.Tests.Check;

/// <summary>Judgements of one recorded run, which no test changes.</summary>
public sealed class CheckTests(RecordedRun recorded) : IClassFixture<RecordedRun>
{
    private readonly TemporaryFolder folder = recorded.Folder;

    [Fact]
    public async Task A_judgement_is_that_of_the_run_and_changes_nothing()
    {
        var before = folder.Content();
        var result = await Tool.RunAsync(["check", "out", "--json"], folder.Path);
        Assert.True(result.ExitCode == 1, result.ToString());
        Assert.Equal(before, folder.Content());
        var run = RunFolder.Open(folder["out"]).Read();
        Assert.Equal(
            run.Findings.Select(finding => (finding.Id, finding.Trial, finding.Message, finding.Replay)),
            result.Document.Findings.Select(finding => (finding.Id, finding.Trial, finding.Message, finding.Replay)));
        Assert.Equal(("0x5EED", "lose-acked"), (result.Document.Seed, result.Document.Sabotage));
    }

    [Fact]
    public async Task A_folder_of_histories_and_one_history_are_judged_too()
    {
        Assert.Equal(1, (await Tool.RunAsync(["check", "out/histories"], folder.Path)).ExitCode);
        var finding = RunFolder.Open(folder["out"]).Read().Findings[0];
        var file = finding.Evidence[0].Split(':')[0];
        var one = await Tool.RunAsync(["check", $"out/{file}"], folder.Path);
        Assert.True(one.ExitCode == 1, one.ToString());
        Assert.Matches("✗ FAIL +history +[0-9]+ +[0-9]+/[0-9]+ ", one.Output);
    }

    [Fact]
    public async Task Evidence_names_the_file_that_was_judged()
    {
        var recordedName = RunFolder.Open(folder["out"]).Read().Findings[0].Evidence[0].Split(':')[0];
        Directory.CreateDirectory(folder["foreign"]);
        File.Copy(folder[$"out/{recordedName}"], folder["foreign/from-elsewhere.jsonl"]);
        foreach (var (path, more, expected) in new (string, string[], string)[]
        {
            ("foreign", [], "foreign/from-elsewhere.jsonl:"),
            ("foreign/from-elsewhere.jsonl", [], "foreign/from-elsewhere.jsonl:"),
            ("foreign", ["--out", "judged"], "histories/from-elsewhere.jsonl:"),
            ("judged", [], "histories/from-elsewhere.jsonl:"),
        })
        {
            var result = await Tool.RunAsync(["check", path, "--json", .. more], folder.Path);
            Assert.True(result.ExitCode == 1, result.ToString());
            Assert.All(result.Document.Findings.SelectMany(finding => finding.Evidence),
                evidence => Assert.StartsWith(expected, evidence, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Another_contract_can_be_judged_by()
    {
        var contract = (await File.ReadAllTextAsync(folder["out/contract.yaml"], TestContext.Current.CancellationToken))
            .Replace("toService: exactly-once", "toService: at-most-once", StringComparison.Ordinal);
        await File.WriteAllTextAsync(folder["loose.yaml"], contract, TestContext.Current.CancellationToken);
        var result = await Tool.RunAsync(["check", "out", "--contract", "loose.yaml", "--json"], folder.Path);
        var lost = result.Document.Scenarios[0].Checks.Single(check => check.Id == "RJ101");
        Assert.Null(lost.Verdict);
        Assert.NotNull(lost.Reason);
    }

    [Fact]
    public async Task A_judgement_can_be_written_as_a_run_folder_of_its_own()
    {
        var result = await Tool.RunAsync(["check", "out", "--out", "again"], folder.Path);
        Assert.Contains("Run folder again", result.Output, StringComparison.Ordinal);
        Assert.Equal(
            RunFolder.Open(folder["out"]).Histories().Select(Path.GetFileName),
            RunFolder.Open(folder["again"]).Histories().Select(Path.GetFileName));
        var third = await Tool.RunAsync(["check", "again", "--json"], folder.Path);
        Assert.Equal(1, third.ExitCode);
    }

    [Fact]
    public async Task The_histories_that_are_judged_are_never_overwritten()
    {
        Directory.CreateSymbolicLink(folder["link"], "out");
        foreach (var place in new[] { "out", "link", "./out/" })
        {
            var before = folder.Content();
            var result = await Tool.RunAsync(["check", "out", "--out", place, "--force"], folder.Path);
            BadInput.Refusal.Is(result, "holds the histories that are judged; nothing was changed.", "--out");
            Assert.Equal(before, folder.Content());
        }
    }
}
