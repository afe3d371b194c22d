using Rejoin.Checks;
using Rejoin.Faults.Links;
using Rejoin.Faults.Plans;

namespace Rejoin.Runner.Tests;

public sealed class SweepTriesTests
{
    private static readonly SweepPoint Point = SweepPoint.InFrame(
        SweepKind.Find("fin")!, Direction.ServiceToClient, 3, FramePosition.Payload(40));

    private static readonly TrialHeader Header = new()
    {
        Scenario = "sweep-mine", Trial = 9, Round = 1, Seed = 7, Sessions = [], Checks = [],
    };

    [Fact]
    public void A_fault_that_did_not_come_up_is_tried_again_with_the_reason_of_the_first_time()
    {
        var again = SweepTries.After(Point, Trial(), [Injection(InjectionOutcome.NotFired, "too short")]);
        var third = SweepTries.After(again!, Trial(), [Injection(InjectionOutcome.Mislabelled, "another")]);

        Assert.Equal(2, third!.Misses);
        Assert.Equal("too short", third.FirstMiss);
    }

    [Fact]
    public void The_sixth_try_is_the_last_one()
    {
        var point = Point;
        for (var tries = 1; tries < SweepPoint.TriesAtMost; tries++)
        {
            point = SweepTries.After(point, Trial(), [Injection(InjectionOutcome.NotFired, "too short")])!;
        }

        Assert.Null(SweepTries.After(point, Trial(), [Injection(InjectionOutcome.NotFired, "too short")]));
    }

    [Fact]
    public void A_fault_that_came_up_is_not_tried_again() =>
        Assert.Null(SweepTries.After(Point, Trial(), [Injection(InjectionOutcome.Fired, null)]));

    [Fact]
    public void A_probe_is_not_tried_again() => Assert.Null(SweepTries.After(
        Point with { IsProbe = true }, Trial(), [Injection(InjectionOutcome.NotFired, "too few")]));

    [Fact]
    public void A_trial_that_shows_anything_else_is_final()
    {
        IReadOnlyList<Injection> missed = [Injection(InjectionOutcome.NotFired, "too short")];
        var found = Trial() with
        {
            Judgement = Judged(new Judgement
            {
                Check = "RJ101",
                Opportunities = 1,
                Findings =
                [
                    new Finding
                    {
                        Id = "RJ101", Message = "m1 is lost", Evidence = [1], Hint = "Look.",
                    },
                ],
            }),
        };
        var unknown = Trial() with
        {
            Judgement = Judged(new Judgement { Check = "RJ701", Opportunities = 0, Unknowns = ["it ended"] }),
        };

        Assert.Null(SweepTries.After(Point, found, missed));
        Assert.Null(SweepTries.After(Point, unknown, missed));
        Assert.Null(SweepTries.After(Point, Trial() with { Broken = "it took too long" }, missed));
    }

    private static TrialResult Trial() => new()
    {
        Header = Header,
        Judgement = Judged(new Judgement { Check = "RJ902", Opportunities = 1, Unknowns = ["it did not fire"] }),
        Numbers = new TrialNumbers
        {
            Resumes = 0,
            Operations = 0,
            Cuts = new Dictionary<string, int>(),
            ResumeSeconds = [],
            ResumeSecondsOfGroup = new Dictionary<string, IReadOnlyList<double>>(),
            Objectives = new Dictionary<string, ObjectiveSamples>(),
            CutToRestoredMs = [],
        },
    };

    private static TrialJudgement Judged(params Judgement[] judgements) =>
        new() { Trial = Header, Judgements = judgements };

    private static Injection Injection(InjectionOutcome outcome, string? reason) => new()
    {
        FaultId = "cut-1", At = Point.At, Do = Point.Kind.Do, Outcome = outcome, Reason = reason,
    };
}
