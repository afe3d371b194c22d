namespace Rejoin.Checks.Tests;

public sealed class ObjectiveSamplesTests
{
    private static readonly Contract Contract = BuiltInContracts.Reference();

    [Fact]
    public void Latency_counts_resumes_of_the_window_that_an_objective_names()
    {
        var script = new ResumeScript("s1").Connect().Cut();
        script.Wait(1);
        script.Resume(0.1).Cut();
        script.Advance(120);
        script.Resume(0.2).Cut();
        script.Wait(29.9);
        script.Resume(0.3).Cut();
        script.Wait(2);
        script.Advance(29);
        script.Resume(0.4).Cut();
        script.Advance(360);
        script.Resume(0.5);
        Assert.Equal([0.1, 0.3], Values("brief-restored", script));
        Assert.Equal([0.2, 0.4], Values("medium-restored", script));
    }

    [Fact]
    public void A_take_over_is_an_absence_of_nothing()
    {
        var script = new ResumeScript("s1").Connect();
        script.Wait(100);
        script.Resume(0.1).Closed(1);
        script.Wait(100);
        script.Resume(0.2);
        Assert.Equal([0.1, 0.2], Values("brief-restored", script));
    }

    [Fact]
    public void An_absence_goes_on_over_attempts_that_were_refused()
    {
        var script = new ResumeScript("s1").Connect().Cut();
        script.Wait(29);
        script.ResumeEnds(HistoryEventType.Fail);
        script.Wait(29);
        script.Resume(0.2);
        Assert.Equal([0.2], Values("medium-restored", script));
        Assert.Equal([double.PositiveInfinity], Values("brief-restored", script));
    }

    [Fact]
    public void An_absence_that_an_unknown_attempt_may_have_ended_counts_in_no_window()
    {
        var script = new ResumeScript("s1").Connect().Cut();
        script.Wait(60);
        script.ResumeEnds(HistoryEventType.Info, "lost", hit: true);
        script.Wait(1);
        script.Resume(0.2);
        Assert.Empty(Values("medium-restored", script));
        Assert.Empty(Values("brief-restored", script));
        Assert.Equal("no resume after a brief absence was observed", Samples("brief-restored", script).Missing);
    }

    [Fact]
    public void The_ratio_of_a_trial_compares_medians_by_the_place_of_the_attach_before()
    {
        var script = new ResumeScript("s1").Connect(place: "home");
        foreach (var (place, seconds) in new[]
        {
            ("home", 0.1), ("away", 0.3), ("away", 0.2), ("home", 0.5), ("home", 0.15), ("away", 0.4),
        })
        {
            script.Cut().Resume(seconds, place: place);
        }

        // Stayed 0.1, 0.2, 0.15; moved 0.3, 0.5, 0.4.
        Assert.Equal(0.4 / 0.15, Assert.Single(Values("same-from-elsewhere", script)), 9);
    }

    [Fact]
    public void A_resume_whose_attach_before_is_unknown_is_neither_moved_nor_stayed()
    {
        var script = new ResumeScript("s1").Connect(place: "home").Cut().Resume(0.1, place: "home")
            .Cut().ResumeEnds(HistoryEventType.Info, "lost", place: "away", hit: true).Resume(9, place: "away")
            .Cut().Resume(0.2, place: "home");
        Assert.Equal(2, Assert.Single(Values("same-from-elsewhere", script)), 9);
    }

    [Fact]
    public void A_trial_that_stays_in_one_place_has_no_ratio()
    {
        var samples = Samples("same-from-elsewhere", new ResumeScript("s1").Connect(place: "home").Cut()
            .Resume(0.1, place: "home"));
        Assert.Equal("no resume from another place was observed", samples.Missing);
        Assert.Equal("no resume says from which place it came",
            Samples("same-from-elsewhere", new ResumeScript("s1").Connect().Cut().Resume(0.1)).Missing);
    }

    [Fact]
    public void Success_leaves_out_what_a_fault_hit_resets_and_what_the_user_ended()
    {
        var script = new ResumeScript("s1").Connect().Cut().Resume(0.1)
            .Cut().ResumeEnds(HistoryEventType.Info, "lost", hit: true).Resume(0.1)
            .Cut().ResumeEnds(HistoryEventType.Info, "cancelled")
            .Resume(0.1, outcome: AttachOutcome.Reset)
            .Cut().ResumeEnds(HistoryEventType.Fail).ResumeEnds(HistoryEventType.Info, "timeout");
        Assert.Equal([1, 1, 0, 0], Values("no-failed-resume", script));
    }

    [Fact]
    public void Heap_growth_is_the_last_heap_over_the_first()
    {
        var script = new ResumeScript("s1").Counters(100).Counters(400).Counters(103);
        Assert.Equal(0.03, Assert.Single(Values("heap-steady", script)), 9);
    }

    [Fact]
    public void Without_counters_there_is_no_growth_and_it_says_why()
    {
        var script = new ResumeScript("s1");
        Assert.Equal("no counts were read: the target offers no counters, or the trial ended before the first",
            Samples("heap-steady", script).Missing);
        Assert.Equal("the counters of the target do not tell its heap",
            Samples("heap-steady", script.Counters(null)).Missing);
        Assert.Equal("only 1 of 2 counts tells the heap, so that no growth is known",
            Samples("heap-steady", script.Counters(5)).Missing);
        Assert.Equal("only 1 count was read: the trial ended before the last one",
            Samples("heap-steady", new ResumeScript("s1").Counters(5)).Missing);
    }

    [Fact]
    public void Drift_is_the_median_over_sessions_and_no_single_resume_spoils_it()
    {
        var script = new ResumeScript("s1", "s2", "s3");
        foreach (var (session, factor) in new[] { ("s1", 1.03), ("s2", 1.0), ("s3", 1.10) })
        {
            script.Connect(session);
            for (var cycle = 0; cycle < 20; cycle++)
            {
                script.Cut(session).Resume(cycle == 7 ? 3 : 0.05 * Math.Pow(factor, cycle), session);
            }
        }

        Assert.Equal(0.03, Assert.Single(Values("latency-steady", script)), 4);
        Assert.Equal("no session was resumed 3 times",
            Samples("latency-steady", new ResumeScript("s1").Connect().Cut().Resume(1).Cut().Resume(1)).Missing);
    }

    [Fact]
    public void Short_sessions_do_not_count_for_the_drift_beside_long_ones()
    {
        var script = new ResumeScript("s1", "s2", "s3");
        foreach (var (session, factor, cycles) in new[] { ("s1", 2.0, 6), ("s2", 2.0, 6), ("s3", 1.01, 20) })
        {
            script.Connect(session);
            for (var cycle = 0; cycle < cycles; cycle++)
            {
                script.Cut(session).Resume(0.05 * Math.Pow(factor, cycle), session);
            }
        }

        Assert.Equal(0.01, Assert.Single(Values("latency-steady", script)), 4);
    }

    private static IReadOnlyList<double> Values(string objective, ResumeScript script) =>
        Samples(objective, script).Values;

    private static ObjectiveSamples Samples(string objective, ResumeScript script) =>
        ObjectiveSamples.Of(Contract.Objectives.Single(each => each.Id == objective), Contract, script.Build());
}
