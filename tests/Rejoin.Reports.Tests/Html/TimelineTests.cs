using Rejoin.Checks;

namespace Rejoin.Reports.Tests.Html;

public sealed class TimelineTests
{
    [Fact]
    public void Deltas_share_a_row_unless_the_finding_names_one()
    {
        var history = History([.. Enumerable.Range(1, 10).Select(Delta)]);
        var row = Assert.Single(TrialTimeline.Of(history, new HashSet<long>()).Rows);
        Assert.Equal((2, 11, "10 deltas", "offsets 1–10"), (row.First, row.Last, row.Words.What, row.Words.More));

        Assert.Equal(
            [(2, 4, false), (5, 5, true), (6, 11, false)],
            TrialTimeline.Of(history, new HashSet<long> { 5 }).Rows.Select(each =>
                ((int)each.First, (int)each.Last, each.IsEvidence)));
    }

    [Fact]
    public void An_operation_that_never_ended_is_drawn_as_unknown()
    {
        var history = History([Say(1)]);
        var row = Assert.Single(TrialTimeline.Of(history, new HashSet<long>()).Rows);
        Assert.Equal(LaneMark.ToServiceUnknown, row.Mark);
    }

    [Fact]
    public void From_the_loss_to_the_resume_there_is_no_connection()
    {
        var history = History(
        [
            new HistoryEvent
            {
                Index = 0, TimeNs = 0, Type = HistoryEventType.Closed, Session = "s1", Connection = 1,
                Closed = new ConnectionEnd(null, null, "lost"),
            },
            new HistoryEvent
            {
                Index = 0, TimeNs = 0, Type = HistoryEventType.Invoke, Session = "s1", Connection = 2, Call = 1,
                Operation = Operation.Resume, Input = new OperationInput { Epoch = "e", Offset = 7 },
            },
            new HistoryEvent
            {
                Index = 0, TimeNs = 0, Type = HistoryEventType.Ok, Session = "s1", Connection = 2, Call = 1,
                Operation = Operation.Resume,
                Result = new OperationResult
                {
                    Attach = new AttachResult { Outcome = AttachOutcome.Resumed, From = 7, Head = 9, Generation = 2 },
                },
            },
        ]);
        var rows = TrialTimeline.Of(history, new HashSet<long>()).Rows;
        Assert.Equal(["connection 1 lost", "resume", "resumed"], rows.Select(row => row.Words.What));
        Assert.Equal([LaneMark.ClientEnd, LaneMark.ToService, LaneMark.Answer], rows.Select(row => row.Mark));
        Assert.Equal([false, true, false], rows.Select(row => row.IsDown));
    }

    [Fact]
    public void A_long_trial_is_cut_around_the_lines_of_the_finding_and_says_what_is_left_out()
    {
        var history = History([.. Enumerable.Range(1, 5_000).Select(Say)]);
        var rows = TrialTimeline.Of(history, new HashSet<long> { 2_000, 4_000 }).Rows;
        Assert.Equal(TimelineCut.RowsAtMost, rows.Count(row => row.Mark != LaneMark.None));
        Assert.Equal([2_000L, 4_000L], rows.Where(row => row.IsEvidence).Select(row => row.First));
        Assert.Equal(3, rows.Count(row => row.Mark == LaneMark.None));
        Assert.Equal("lines 2–1982", rows[0].Words.More);
    }

    private static HistoryEvent Say(int number) => new()
    {
        Index = 0, TimeNs = 0, Type = HistoryEventType.Invoke, Session = "s1", Connection = 1, Call = number,
        Operation = Operation.Say, Input = new OperationInput { Id = $"m{number}", Text = "x" },
    };

    private static HistoryEvent Delta(int offset) => new()
    {
        Index = 0, TimeNs = 0, Type = HistoryEventType.Received, Session = "s1", Connection = 1,
        Received = new ReceivedEvent { Kind = "delta", Offset = offset, Text = "x" },
    };

    private static TrialHistory History(IReadOnlyList<HistoryEvent> lines)
    {
        var header = new TrialHeader
        {
            Scenario = "history", Trial = 1, Round = 1, Seed = 1,
            Sessions = [new SessionHeader { Session = "s1", Principal = "p1", Canary = "cn-0000000000000001" }],
        };
        var first = new HistoryEvent { Index = 1, TimeNs = 0, Type = HistoryEventType.Trial, Trial = header };
        return new TrialHistory
        {
            Header = header,
            Events = [first, .. lines.Select((line, at) => line with { Index = at + 2, TimeNs = at * 1_000_000 })],
        };
    }
}
