namespace Rejoin.Checks.Tests;

/// <summary>How long a client was away, when the clock of the service is moved.</summary>
public sealed class AbsenceTests
{
    [Fact]
    public void What_is_handed_over_after_the_end_does_not_shorten_an_absence()
    {
        var (trial, s1) = GoodTrials.Connected();
        s1.Say();
        s1.Stall();
        s1.Piece("m1", 0);
        s1.Cut();
        trial.Advance(TimeSpan.FromMinutes(4));
        s1.HandOver(s1.Log[^1], replayed: false);
        trial.Advance(TimeSpan.FromMinutes(2));
        s1.ResumeReset("expired", keepsContent: false);
        Assert.Empty(Judged.Accusers(trial.Build()));
    }

    [Fact]
    public void An_end_that_the_service_was_not_told_of_begins_no_absence()
    {
        var (trial, s1) = GoodTrials.Connected();
        s1.Say();
        s1.Cut("half-open-client-lost");
        trial.Advance(TimeSpan.FromMinutes(6));
        s1.Resume();
        s1.Read();
        Assert.Empty(Judged.Accusers(trial.Build()));
    }

    [Fact]
    public void A_connection_that_is_not_seen_to_end_begins_no_absence()
    {
        var (trial, s1) = GoodTrials.Connected();
        s1.Say();
        trial.Advance(TimeSpan.FromMinutes(6));
        s1.Resume();
        s1.Read();
        Assert.Empty(Judged.Accusers(trial.Build()));
    }

    [Theory]
    [InlineData("trimmed")]
    [InlineData("epoch_changed")]
    [InlineData("unknown")]
    [InlineData(null)]
    public void A_reset_after_the_window_must_say_that_the_session_expired(string? reason)
    {
        var trial = GoodAbsences.Away(TimeSpan.FromMinutes(6));
        trial["s1"].ResumeReset(reason!, keepsContent: reason != "unknown");
        trial["s1"].Read();
        Assert.Equal(["RJ501"], Judged.Accusers(trial.Build()));
    }

    [Fact]
    public void A_session_that_was_left_is_expired_at_once()
    {
        var (trial, s1) = GoodTrials.Connected();
        s1.Say();
        s1.Leave();
        s1.ResumeReset("expired", keepsContent: false);
        Assert.Empty(Judged.Accusers(trial.Build()));
    }

    [Fact]
    public void A_refusal_after_the_window_is_no_failed_recovery_where_it_is_promised()
    {
        var judgements = Judged.All(GoodAbsences.Refused().Build(), GoodAbsences.Refusing);
        Assert.Equal((4, 0), Counts(judgements, "RJ501"));
        Assert.Equal((0, 0), Counts(judgements, "RJ701"));
        Assert.Equal(["RJ701"], Judged.Accusers(GoodAbsences.Refused().Build()));
    }

    [Fact]
    public void A_refusal_within_the_window_is_a_failed_recovery()
    {
        var trial = GoodAbsences.Away(TimeSpan.FromMinutes(4));
        GoodAbsences.Refuse(trial, 5);
        Assert.Equal(["RJ701"], Judged.Accusers(trial.Build(), GoodAbsences.Refusing));
        trial.Advance(TimeSpan.FromMinutes(2));
        GoodAbsences.Refuse(trial, 1);
        Assert.Equal(["RJ701"], Judged.Accusers(trial.Build(), GoodAbsences.Refusing));
    }

    [Fact]
    public void A_session_that_was_refused_after_the_window_and_is_resumed_then_is_accused()
    {
        var trial = GoodAbsences.Away(TimeSpan.FromMinutes(6));
        GoodAbsences.Refuse(trial, 1);
        trial["s1"].Resume();
        trial["s1"].Read();
        Assert.Equal(["RJ501"], Judged.Accusers(trial.Build(), GoodAbsences.Refusing));
    }

    private static (long Opportunities, int Findings) Counts(IReadOnlyList<Judgement> judgements, string check)
    {
        var judgement = judgements.Single(each => each.Check == check);
        return (judgement.Opportunities, judgement.Findings.Count);
    }

    [Fact]
    public void A_moved_clock_is_no_time_that_an_operation_or_a_recovery_took()
    {
        var (trial, s1) = GoodTrials.Connected();
        s1.Say();
        var call = s1.BeginSay("m2");
        trial.Advance(TimeSpan.FromMinutes(6));
        s1.Info(call, Operation.Say, "lost");
        s1.Cut();
        s1.Fail(s1.BeginResume(), Operation.Resume, "refused");
        trial.Advance(TimeSpan.FromMinutes(2));
        s1.Resume();
        Assert.Empty(Judged.Accusers(trial.Build()));
    }
}
