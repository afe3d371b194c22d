using Rejoin.Statistics;

namespace Rejoin.Checks.Tests;

public sealed class JudgeTests
{
    private static readonly Contract Reference = BuiltInContracts.Reference();

    [Fact]
    public void A_check_that_breaks_off_is_unknown_with_the_reason()
    {
        var judgement = Assert.Single(Judge.Ask([new BreakingCheck()], GoodTrials.SayAndRead().Build(), Reference));
        Assert.Equal(Verdict.Unknown, judgement.Verdict);
        Assert.Equal("the check RJ999 broke off: InvalidOperationException: on purpose",
            Assert.Single(judgement.Unknowns));
    }

    [Fact]
    public void A_history_that_breaks_the_index_is_unknown_for_every_check()
    {
        var history = GoodTrials.SayAndRead().Build();
        var twice = history with { Header = history.Header with { Sessions = [history.Header.Sessions[0],
            history.Header.Sessions[0]] } };
        Assert.All(Judged.All(twice), judgement => Assert.Equal(Verdict.Unknown, judgement.Verdict));
    }

    [Fact]
    public void An_unknown_id_is_refused() =>
        Assert.Throws<ArgumentException>(() => Judge.Trial(GoodTrials.SayAndRead().Build(), Reference, ["RJ000"]));

    [Fact]
    public void What_is_not_promised_is_listed_as_not_judged_and_has_no_effect()
    {
        var contract = Reference with { Delivery = new ContractDelivery { ToService = Delivery.AtLeastOnce } };
        var trial = Judge.Trial(BuggyTrials.Of(PlantedBug.ForgetOperationIds).Build(), contract, ["RJ102", "RJ111"]);
        Assert.Empty(trial.Judgements);
        var results = Judge.Merge(contract, ["RJ102", "RJ111"], [trial]);
        Assert.All(results, result => Assert.Null(result.Verdict));
        Assert.Equal("the contract does not promise that operations take effect once (delivery.toService)",
            results[0].NotJudgedBecause);
    }

    [Fact]
    public void A_check_that_one_trial_exercises_is_exercised()
    {
        var trials = new[] { Trial(UnclearTrials.Connected()), Trial(GoodTrials.SayAndRead()) };
        Assert.Equal(Verdict.Pass, Assert.Single(Judge.Merge(Reference, ["RJ106"], trials)).Verdict);
        Assert.Equal(Verdict.Unknown, Assert.Single(Judge.Merge(Reference, ["RJ116"], trials)).Verdict);
    }

    [Fact]
    public void Fail_beats_unknown_over_trials_and_findings_keep_their_trial()
    {
        var failing = Trial(BuggyTrials.Of(PlantedBug.LoseAcked));
        var result = Assert.Single(Judge.Merge(Reference, ["RJ101"], [Trial(UnclearTrials.NoRead()), failing]));
        Assert.Equal(Verdict.Fail, result.Verdict);
        Assert.Same(failing.Trial, Assert.Single(result.Findings).Trial);
        Assert.StartsWith("trial 1: ", Assert.Single(result.Unknowns), StringComparison.Ordinal);
    }

    [Fact]
    public void No_trial_at_all_is_unknown() =>
        Assert.All(Judge.Merge(Reference, CheckCatalogue.UsedBy("history"), []),
            result => Assert.Equal(Verdict.Unknown, result.Verdict));

    [Fact]
    public void Twenty_findings_are_listed_and_the_rest_is_counted()
    {
        var (trial, s1) = GoodTrials.Connected();
        for (var i = 0; i < 50; i++)
        {
            s1.AckSay(s1.BeginSay(s1.NextId()));
        }

        s1.Say();
        s1.Read();
        var judgement = Assert.Single(Judge.Trial(trial.Build(), Reference, ["RJ101"]).Judgements);
        Assert.Equal(21, judgement.Findings.Count);
        Assert.Equal("30 more of the same kind in this trial, not listed", judgement.Findings[^1].Message);
    }

    private static TrialJudgement Trial(TrialScript script) =>
        Judge.Trial(script.Build(), Reference, CheckCatalogue.UsedBy("history"));

    private sealed class BreakingCheck : ICheck
    {
        public string Id => "RJ999";

        public string Name => "breaking";

        public string Meaning => "Breaks.";

        public string? NotJudgedBecause(Contract contract) => null;

        public Judgement Judge(HistoryIndex history, Contract contract) =>
            throw new InvalidOperationException("on purpose");
    }
}
