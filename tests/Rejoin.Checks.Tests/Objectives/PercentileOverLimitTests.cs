using Rejoin.Statistics;

namespace Rejoin.Checks.Tests;

public sealed class PercentileOverLimitTests
{
    private static readonly Objective Objective = BuiltInContracts.Reference().Objectives[0];

    [Fact]
    public void Samples_below_the_limit_pass_with_a_summary()
    {
        var result = Judge(Rounds(5, 0.2));
        Assert.Equal(Verdict.Pass, result.Verdict);
        Assert.Null(result.Finding);
        Assert.Equal("resume-latency p95 200 [200, 200] ms at 95 %, limit 1000 ms; 0 of 100 at or over it; "
            + "100 samples in 5 rounds, design effect 1.0",
            result.Summary);
    }

    [Fact]
    public void Samples_over_the_limit_are_a_finding()
    {
        var result = Judge(Rounds(5, 1.2));
        Assert.Equal(Verdict.Fail, result.Verdict);
        Assert.Equal("RJ801", result.Finding!.Id);
        Assert.StartsWith("objective 'history-restored' missed: ", result.Finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Too_few_rounds_are_unknown_with_the_reason()
    {
        var result = Judge(Rounds(4, 0.2));
        Assert.Equal(Verdict.Unknown, result.Verdict);
        Assert.Contains("80 samples in 4 of at least 5 rounds", result.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void Latency_of_a_resume_that_failed_is_infinite()
    {
        var trial = GoodTrials.SlowRecovery().Build();
        Assert.Equal([double.PositiveInfinity, double.PositiveInfinity, 0.012], ResumeLatency.Seconds(trial));
    }

    [Fact]
    public void Attempts_that_a_fault_hit_and_resets_are_no_samples()
    {
        var (trial, s1) = GoodTrials.Connected();
        s1.Say();
        s1.Drop();
        var call = s1.BeginResume();
        s1.Cut();
        s1.Info(call, Operation.Resume, "lost");
        s1.ResumeReset("trimmed", keepsContent: true);
        Assert.Empty(ResumeLatency.Seconds(trial.Build()));
    }

    private static ObjectiveResult Judge(double[][] rounds) =>
        ObjectiveJudge.Judge(Objective, [.. rounds.Select(round => new[] { new ObjectiveSamples(round) })]);

    private static double[][] Rounds(int rounds, double seconds) =>
        [.. Enumerable.Range(0, rounds).Select(_ => Enumerable.Repeat(seconds, 20).ToArray())];
}
