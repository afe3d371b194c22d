namespace Rejoin.Checks.Tests;

/// <summary>Which of two resumes without a read between them is told to have emptied the session.</summary>
public sealed class SilentResetTests
{
    [Fact]
    public void The_second_is_accused_if_nothing_survives_it()
    {
        var (trial, s1) = GoodTrials.Connected();
        s1.Say();
        s1.Cut();
        s1.Reply("m1");
        s1.Resume();
        s1.Cut();
        Empty(s1);
        s1.Say();
        s1.Read();
        var finding = Assert.Single(Findings(trial));
        Assert.Equal("RJ208", finding.Id);
        Assert.EndsWith("(connection 3)", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_is_accused_if_what_was_said_after_it_survives_the_second()
    {
        var (trial, s1) = GoodTrials.Connected();
        s1.Reply(s1.Say());
        s1.Cut();
        Empty(s1);
        s1.Reply(s1.Say());
        s1.Cut();
        s1.Resume();
        s1.Read();
        var finding = Assert.Single(Findings(trial));
        Assert.Equal("RJ208", finding.Id);
        Assert.EndsWith("(connection 2)", finding.Message, StringComparison.Ordinal);
    }

    private static void Empty(SessionScript session)
    {
        var from = session.Processed;
        session.Resume((s, _) => s.EmptySilently(), result => result with { From = from, Head = 0 });
    }

    private static IEnumerable<Finding> Findings(TrialScript trial) =>
        Judged.All(trial.Build()).SelectMany(judgement => judgement.Findings);
}
