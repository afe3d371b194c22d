using System.Text.Json;
using Rejoin.Checks;
using Rejoin.Statistics;

namespace Rejoin.Runner.Tests.Judging;

public sealed class ObjectiveOutcomeTests
{
    private static readonly Contract Contract = BuiltInContracts.Reference();

    [Fact]
    public void Shares_are_reported_in_percent_with_the_side_of_the_limit_that_is_right()
    {
        var outcome = Outcome([.. Enumerable.Range(1, 5).Select(round => Trial(round, 100, 103))]);
        var heap = outcome.Documents.Single(each => each.Id == "heap-steady");
        Assert.Equal((Verdict.Pass, "RJ804", LimitDirection.Below, "%"),
            (heap.Verdict, heap.Check, heap.Direction, heap.Unit));
        Assert.Equal((3.0, 5.0, 5, 5),
            (Math.Round(heap.Estimate!.Value, 9), Math.Round(heap.Limit, 9), heap.Samples, heap.Rounds));
        Assert.Equal(LimitDirection.Above,
            outcome.Documents.Single(each => each.Id == "no-failed-resume").Direction);
    }

    [Fact]
    public void What_a_history_does_not_tell_is_unknown_with_the_reason()
    {
        var success = Outcome([.. Enumerable.Range(1, 5).Select(round => Trial(round, 100, 103))])
            .Documents.Single(each => each.Id == "no-failed-resume");
        Assert.Equal((Verdict.Unknown, "5 of 5 rounds have no value: no resume was observed"),
            (success.Verdict, success.Reason));
    }

    [Fact]
    public void A_missed_objective_is_repeated_with_all_its_rounds()
    {
        var finding = Assert.Single(Outcome([.. Enumerable.Range(1, 5).Select(round => Trial(round, 100, 140))])
            .Findings);
        Assert.Equal(("RJ804", "objective", null, "repeat repeated "),
            (finding.Id, finding.Severity, finding.Trial, finding.Replay));
    }

    [Fact]
    public void One_trial_alone_gets_no_verdict()
    {
        var outcome = Outcome([Trial(1, 100, 140)], isOneTrial: true);
        Assert.Empty(outcome.Findings);
        Assert.All(outcome.Documents, each => Assert.Null(each.Verdict));
    }

    [Fact]
    public void A_document_of_an_older_version_is_read()
    {
        const string Old = """
            {"id":"history-restored","measure":"resume-latency p95","verdict":"pass","estimate":21.5,"confidence":0.95,
             "limit":1000,"unit":"ms","samples":236,"designEffect":1.2}
            """;
        var document = JsonSerializer.Deserialize(Old, RunJson.Default.ObjectiveDocument)!;
        Assert.Equal((Verdict.Pass, null, null, null),
            (document.Verdict, document.Check, document.Direction, document.Rounds));
    }

    [Theory]
    [InlineData(5, null, "rejoin run --scenario location --seed 0x5EED")]
    [InlineData(10, 4, "rejoin run --scenario location --rounds 10 --trials 4 --seed 0x5EED")]
    public void The_command_without_a_trial_repeats_as_much_as_the_run_did(int rounds, int? trials, string command)
    {
        var options = new RunOptions
        {
            Target = null!, Driver = null!, Contract = Contract, Folder = null!, Seed = new Seed(0x5EED),
            Rounds = rounds, TrialsPerRound = trials, ToolVersion = "1",
        };
        Assert.Equal(command, ReplayCommand.Of(options, "location", null));
        Assert.Equal("rejoin run --scenario location --trial 7 --seed 0x5EED",
            ReplayCommand.Of(options, "location", 7));
    }

    private static ObjectiveOutcome Outcome(IReadOnlyList<TrialResult> trials, bool isOneTrial = false) =>
        ObjectiveOutcome.Of(
            new JudgingContext(Contract, isOneTrial, (scenario, trial) => $"repeat {scenario} {trial}", _ => "file"),
            "repeated", trials);

    private static TrialResult Trial(int round, params long[] heaps)
    {
        var header = new TrialHeader
        {
            Scenario = "repeated", Trial = round, Round = round, Seed = 1,
            Sessions = [new() { Session = "s1", Principal = "p1", Canary = "cn-00000000000000a0" }],
        };
        var history = new TrialHistory
        {
            Header = header,
            Events =
            [
                new() { Index = 1, TimeNs = 0, Type = HistoryEventType.Trial, Trial = header },
                .. heaps.Select((bytes, i) => new HistoryEvent
                {
                    Index = i + 2, TimeNs = i, Type = HistoryEventType.Counters, Counters = new() { HeapBytes = bytes },
                }),
            ],
        };
        return TrialResult.Of(history, Contract, null);
    }
}
