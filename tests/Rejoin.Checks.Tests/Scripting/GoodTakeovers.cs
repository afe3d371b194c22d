namespace Rejoin.Checks.Tests;

/// <summary>Small trials of a service that lets the newest connection hold the session.</summary>
public static class GoodTakeovers
{
    /// <summary>A second client takes the session while the way to the first one is stalled: the first hears late of
    /// what happened before, its late writes are refused, and then it is closed.</summary>
    public static TrialScript TwoLives()
    {
        var (trial, s1) = GoodTrials.Connected();
        s1.Say();
        s1.Piece("m1", 0);
        s1.Stall();
        s1.Inject("stall", "fired");
        var first = s1.Head;
        s1.Piece("m1", 1);
        s1.Final("m1", 2);
        var head = s1.Head;
        var older = s1.Split(s1.Processed);
        s1.Resume();
        s1.Say("m2");
        s1.As(older, () =>
        {
            s1.Fail(s1.BeginSay("m3"), Operation.Say, "fenced");
            foreach (var entry in s1.Log.Where(entry => entry.Offset > first && entry.Offset <= head).ToArray())
            {
                s1.HandOver(entry, replayed: false);
            }

            var call = s1.BeginSay("m4");
            s1.Close(older.Connection, 4500, "peer");
            s1.Info(call, Operation.Say, "superseded");
        });
        s1.Inject("stall", "observed");
        s1.Read();
        s1.ReadContext();
        return trial;
    }

    public static TrialScript Released()
    {
        var trial = GoodTrials.TakeOverAndLeave();
        trial.Count();
        return trial;
    }

    public static TrialScript HeldTooEarly()
    {
        var trial = BuggyTakeovers.KeepSuperseded();
        var last = trial.Lines[^1];
        trial.Lines[^1] = last with { TimeNs = trial.Lines[^2].TimeNs + 1_000_000 };
        return trial;
    }

    public static TrialScript Moved()
    {
        var trial = TrialScript.Single();
        var s1 = trial["s1"];
        s1.Place = "home";
        s1.Connect();
        s1.Say();
        foreach (var place in new[] { "home", "away", "away", "home" })
        {
            s1.Drop();
            s1.Place = place;
            s1.Resume();
        }

        s1.Read();
        s1.ReadAudit();
        return trial;
    }

    public static TrialScript MovedWithoutAudit() => Moved().Without(line => line.Type == HistoryEventType.Audit);
}
