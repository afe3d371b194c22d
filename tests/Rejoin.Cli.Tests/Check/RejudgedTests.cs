using Rejoin.Runner;
using Rejoin.Statistics;

namespace Rejoin.Cli.Tests.Check;

/// <summary>A judgement beside the recorded one: the same, or told why not.</summary>
public sealed class RejudgedTests(RecordedRun recorded) : IClassFixture<RecordedRun>, IDisposable
{
    private readonly TemporaryFolder copy = Copy(recorded.Folder);

    public void Dispose() => copy.Dispose();

    [Fact]
    public async Task The_same_histories_give_the_same_judgement_and_it_is_said()
    {
        var result = await Tool.RunAsync(["check", "out", "--json"], copy.Path);
        Assert.Empty(result.Document.Rejudged!.Differences);
        Assert.StartsWith("judged again: verdict, checks and objectives are those that ", result.Error,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaving_out_the_failing_histories_makes_no_pass()
    {
        foreach (var finding in RunFolder.Open(copy["out"]).Read().Findings)
        {
            File.Delete(copy[$"out/{finding.Evidence[0].Split(':')[0]}"]);
        }

        var result = await Tool.RunAsync(["check", "out", "--json", "--out", "judged"], copy.Path);
        Assert.True(result.ExitCode == 2, result.ToString());
        var scenario = result.Document.Scenarios[0];
        Assert.Equal(Verdict.Unknown, scenario.Verdict);
        Assert.Contains("recorded trials have no history here", scenario.Reason, StringComparison.Ordinal);
        Assert.Contains("warning: this judgement is not the recorded one:\n  verdict: fail was recorded, unknown now\n",
            result.Error, StringComparison.Ordinal);
        Assert.Contains("  why: Of 'history' 4 trials were judged; histories here: ", result.Error,
            StringComparison.Ordinal);

        // And a judgement of that judgement does not forget it.
        Assert.Equal(2, (await Tool.RunAsync(["check", "judged", "--quiet"], copy.Path)).ExitCode);
    }

    [Fact]
    public async Task A_scenario_without_any_history_left_stays_in_the_judgement()
    {
        var folder = RunFolder.Open(copy["out"]);
        var run = folder.Read();
        folder.Write(run with
        {
            Scenarios = [.. run.Scenarios, run.Scenarios[0] with { Id = "location", Verdict = Verdict.Pass }],
        });
        var result = await Tool.RunAsync(["check", "out", "--json"], copy.Path);
        var lost = result.Document.Scenarios[1];
        Assert.Equal(("location", Verdict.Unknown, 0), (lost.Id, lost.Verdict, lost.Trials));
        Assert.Equal("none of the 4 recorded trials has a history here", lost.Reason);
    }

    [Fact]
    public async Task A_verdict_that_was_edited_is_found()
    {
        var folder = RunFolder.Open(copy["out"]);
        folder.Write(folder.Read() with { Verdict = Verdict.Pass, ExitCode = 0 });
        var result = await Tool.RunAsync(["check", "out", "--quiet"], copy.Path);
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("  verdict: pass was recorded, fail now\n", result.Error, StringComparison.Ordinal);
        Assert.Contains("  why: run.json contradicts itself: it says pass, and its checks and objectives make fail. "
            + "It was edited.\n", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_version_and_another_contract_are_named()
    {
        var folder = RunFolder.Open(copy["out"]);
        folder.Write(folder.Read() with { Tool = "0.0.1", Verdict = Verdict.Unknown });
        File.Copy(copy["out/contract.yaml"], copy["other.yaml"]);
        var result = await Tool.RunAsync(["check", "out", "--contract", "other.yaml"], copy.Path);
        Assert.Contains("  why: It was judged by version 0.0.1; this is ", result.Error, StringComparison.Ordinal);
        Assert.Contains("  why: It is judged by another contract than that of the run folder.\n", result.Error,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edited_history_is_suspected_if_nothing_else_explains_it()
    {
        var finding = RunFolder.Open(copy["out"]).Read().Findings[0];
        var file = copy[$"out/{finding.Evidence[0].Split(':')[0]}"];
        var whole = RunFolder.Open(copy["out"]).Histories().First(each => RunFolder.Open(copy["out"]).Read().Findings
            .All(other => !other.Evidence[0].StartsWith(
                $"histories/{Path.GetFileName(each)}", StringComparison.Ordinal)));
        File.Copy(whole, file, overwrite: true);
        var result = await Tool.RunAsync(["check", "out", "--quiet"], copy.Path);
        Assert.Contains(
            "a history, contract.yaml or run.json was changed since.", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_judgement_written_down_has_every_report_of_a_run()
    {
        var result = await Tool.RunAsync(
            ["check", "out/histories", "--contract", "out/contract.yaml", "--out", "again"],
            copy.Path);
        Assert.True(result.ExitCode == 1, result.ToString());
        Assert.All(new[] { "run.json", "contract.yaml", "report.html", "junit.xml", "summary.md" },
            file => Assert.True(File.Exists(copy[$"again/{file}"]), file));
        Assert.Null(RunFolder.Open(copy["again"]).Read().Rejudged);
    }

    [Fact]
    public async Task Files_and_folders_are_judged_together_each_file_once()
    {
        Directory.CreateDirectory(copy["more"]);
        var files = RunFolder.Open(copy["out"]).Histories();
        File.Copy(files[0], copy[$"more/{Path.GetFileName(files[0])}"]);
        var result = await Tool.RunAsync(
            ["check", "out/histories", files[0], "more", "--json", "--out", "both"], copy.Path);
        Assert.Equal(files.Count + 1, result.Document.Scenarios.Sum(scenario => scenario.Trials));
        Assert.Contains(
            Path.GetFileNameWithoutExtension(files[0]) + "-2.jsonl",
            RunFolder.Open(copy["both"]).Histories().Select(Path.GetFileName));
    }

    [Fact]
    public async Task Bad_lines_of_all_files_are_told_at_once_and_bounded()
    {
        Directory.CreateDirectory(copy["bad"]);
        for (var file = 1; file <= 4; file++)
        {
            await File.WriteAllTextAsync(copy[$"bad/{file}.jsonl"], string.Concat(Enumerable.Repeat("no\n", 90)),
                TestContext.Current.CancellationToken);
        }

        var result = await Tool.RunAsync(["check", "bad"], copy.Path);
        BadInput.Refusal.Is(result, "Not every history can be read:", "history.md");
        Assert.Contains("bad/1.jsonl:1: is not a history line", result.Error, StringComparison.Ordinal);
        Assert.Contains("bad/3.jsonl:", result.Error, StringComparison.Ordinal);
        Assert.Matches("\n  and 16[0-9] more errors\n", result.Error);
    }

    private static TemporaryFolder Copy(TemporaryFolder from)
    {
        var to = new TemporaryFolder();
        foreach (var file in Directory.EnumerateFiles(from["out"], "*", SearchOption.AllDirectories))
        {
            var target = to[Path.GetRelativePath(from.Path, file)];
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return to;
    }
}
