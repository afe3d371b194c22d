namespace Rejoin.Checks.Tests;

/// <summary>The smallest readable trials of bugs with several connections of one session.</summary>
public static class BuggyTakeovers
{
    public static TrialScript NoFencing()
    {
        var (trial, s1) = GoodTrials.Connected();
        s1.Say();
        var older = s1.Split(s1.Processed);
        s1.Resume();
        long call = 0;
        s1.As(older, () => call = s1.BeginSay("m2"));
        s1.Append("user_message", "m2", s1.Text("says m2"));
        s1.As(older, () => s1.AckSay(call));
        s1.Read();
        return trial;
    }

    public static TrialScript ServeSuperseded()
    {
        var (trial, s1) = GoodTrials.Connected();
        s1.Say();
        var older = s1.Split(s1.Processed);
        s1.Resume();
        s1.Say();
        s1.As(older, () => s1.HandOver(s1.Log[^1], replayed: false));
        s1.Read();
        return trial;
    }

    public static TrialScript KeepSuperseded()
    {
        var (trial, s1) = GoodTrials.Connected();
        s1.Say();
        s1.Resume();
        s1.Read();
        trial.Zombies = 1;
        trial.Count();
        return trial;
    }

    public static TrialScript ForkHistory()
    {
        var (trial, s1) = GoodTrials.Connected();
        s1.Say();
        s1.Say();
        s1.Cut();
        s1.Resume();
        s1.Read();
        s1.Say();
        s1.Read(views => [views[0], views[2], views[1]]);
        return trial;
    }

    public static TrialScript HideMove()
    {
        var trial = GoodTakeovers.Moved();
        trial["s1"].ReadAudit(entry => entry with { Moved = false });
        return trial;
    }
}
