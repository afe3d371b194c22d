using Rejoin.Statistics;

namespace Rejoin.Checks.Tests;

public sealed class ObjectiveJudgeTests
{
    private static readonly Contract Contract = BuiltInContracts.Reference();

    [Theory]
    [InlineData("history-restored", "RJ801", 0.3, 1.3)]
    [InlineData("same-from-elsewhere", "RJ802", 1.02, 1.4)]
    [InlineData("no-failed-resume", "RJ803", 1, 0)]
    [InlineData("medium-context", "RJ803", 1, 0.7)]
    [InlineData("heap-steady", "RJ804", 0.01, 0.3)]
    [InlineData("latency-steady", "RJ804", 0.001, 0.03)]
    public void Each_measure_is_judged_by_its_check(string objective, string check, double good, double bad)
    {
        var passed = Judge(objective, 5, good);
        Assert.Equal((check, Verdict.Pass, null, null), (passed.Check, passed.Verdict, passed.Reason, passed.Finding));
        var failed = Judge(objective, 5, bad);
        Assert.Equal((Verdict.Fail, check), (failed.Verdict, failed.Finding!.Id));
        Assert.StartsWith($"objective '{objective}' missed: ", failed.Finding.Message, StringComparison.Ordinal);
        Assert.True(failed.Finding.Hint.Length > 20);
        Assert.Equal(Verdict.Unknown, Judge(objective, 4, good).Verdict);
    }

    [Fact]
    public void A_round_without_a_value_leaves_it_unknown_with_the_reason()
    {
        IReadOnlyList<IReadOnlyList<ObjectiveSamples>> rounds =
        [
            .. Enumerable.Repeat<ObjectiveSamples[]>([new([0.01])], 6), [new([], "the target offers no counters")],
        ];
        var result = ObjectiveJudge.Judge(Objective("heap-steady"), rounds);
        Assert.Equal((Verdict.Unknown, "1 of 7 rounds have no value: the target offers no counters"),
            (result.Verdict, result.Reason));
    }

    [Theory]
    [InlineData("brief-restored", 0.3, "resume-latency p95 brief 300 [300, 300] ms at 95 %, limit 500 ms; 0 of 100 at "
        + "or over it; 100 samples in 5 rounds, design effect 1.0")]
    [InlineData("no-failed-resume", 1, "resume-success 100 [97.0487, 100] % at 95 %, none may fail; 100 samples in 5 "
        + "rounds, design effect 1.0")]
    [InlineData("latency-steady", 0.001, "latency-drift 0.1 [0.1, 0.1] % at 95 %, limit 2 %; 100 samples in 5 rounds, "
        + "design effect 1.0")]
    public void A_summary_says_what_it_rests_on(string objective, double value, string summary) =>
        Assert.Equal(summary, Judge(objective, 5, value).Summary);

    private static Objective Objective(string id) => Contract.Objectives.Single(each => each.Id == id);

    private static ObjectiveResult Judge(string objective, int rounds, double value) => ObjectiveJudge.Judge(
        Objective(objective),
        [.. Enumerable.Repeat<ObjectiveSamples[]>([.. Enumerable.Repeat(new ObjectiveSamples([value]), 20)], rounds)]);
}
