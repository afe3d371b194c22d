using Rejoin.Cli.Tests.Reports;

namespace Rejoin.Cli.Tests;

public sealed class NextStepTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void After_a_pass_there_is_nothing_to_do() =>
        Assert.Null(NextStep.Of(SampleRuns.Passing(), folder.Path));

    [Fact]
    public void A_finding_is_explained_and_its_report_is_named_where_there_is_one()
    {
        Assert.Equal("next: rejoin explain RJ101", NextStep.Of(SampleRuns.Failing(), folder.Path));
        File.WriteAllText(folder["report.html"], "");
        Assert.Equal(
            $"next: rejoin explain RJ101, or open {folder["report.html"]}",
            NextStep.Of(SampleRuns.Failing(), folder.Path));
    }

    [Fact]
    public void An_interrupted_run_needs_no_advice() =>
        Assert.Null(NextStep.Of(SampleRuns.Interrupted(), folder.Path));

    [Fact]
    public void Objectives_that_lack_rounds_are_told_how_many()
    {
        var few = SampleRuns.Unknown();
        few = few with
        {
            Rounds = 2,
            Scenarios = [.. few.Scenarios.Select(each => each with { Checks = [], BrokenTrials = [] })],
        };
        Assert.Equal(
            few.Scenarios.Any(each => each.Objectives.Count > 0),
            NextStep.Of(few, folder.Path)?.StartsWith("next: run again with --rounds 5", StringComparison.Ordinal)
                == true);
    }
}
