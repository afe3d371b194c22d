namespace Rejoin.Checks.Tests;

/// <summary>Small trials of a service that keeps its promises.</summary>
public static class GoodTrials
{
    public static TrialScript SayAndRead()
    {
        var (trial, s1) = Connected();
        s1.Say();
        s1.Read();
        return trial;
    }

    public static TrialScript ReadTwice()
    {
        var trial = SayAndRead();
        trial["s1"].Say();
        trial["s1"].Read();
        return trial;
    }

    public static TrialScript Pipelined()
    {
        var (trial, s1) = Connected();
        var calls = (s1.BeginSay("m1"), s1.BeginSay("m2"));
        s1.Append("user_message", "m1", s1.Text("says m1"));
        s1.AckSay(calls.Item1);
        s1.Append("user_message", "m2", s1.Text("says m2"));
        s1.AckSay(calls.Item2);
        s1.Read();
        return trial;
    }

    public static TrialScript Resend()
    {
        var (trial, s1) = Connected();
        var call = s1.BeginSay("m1");
        s1.Append("user_message", "m1", s1.Text("says m1"));
        s1.Cut();
        s1.Resume();
        s1.AckSay(call, duplicate: true);
        s1.Read();
        return trial;
    }

    public static TrialScript UnknownOutcome()
    {
        var (trial, s1) = Connected();
        s1.Say();
        var call = s1.BeginSay("m2");
        s1.Append("user_message", "m2", s1.Text("says m2"));
        s1.Cut();
        s1.Info(call, Operation.Say, "lost");
        s1.CrashAndRestart(1);
        s1.Resume();
        s1.Read();
        s1.Read();
        return trial;
    }

    public static TrialScript CutAndResume()
    {
        var (trial, s1) = Connected();
        s1.Say();
        s1.Piece("m1", 0);
        s1.Cut();
        s1.Piece("m1", 1);
        s1.Final("m1", 2);
        s1.Resume();
        s1.Read();
        s1.ReadContext();
        return trial;
    }

    public static TrialScript Snapshot()
    {
        var (trial, s1) = Connected();
        s1.Say();
        s1.Cut();
        s1.Reply("m1");
        s1.ResumeBySnapshot();
        s1.Say("m2");
        s1.Read();
        return trial;
    }

    public static TrialScript Restart()
    {
        var (trial, s1) = Connected();
        s1.Say();
        s1.Say();
        s1.CrashAndRestart(1);
        s1.Resume();
        s1.Read();
        return trial;
    }

    public static TrialScript Interrupted()
    {
        var (trial, s1) = Connected();
        s1.Say();
        s1.Piece("m1", 0);
        s1.Append(new LogEntry(s1.Head + 1, "turn_interrupted", "", "", "2026-01-02T03:04:05.020Z") { Turn = "m1",
            Attempt = 1 });
        s1.Reply("m1", 2, attempt: 2);
        s1.Read();
        return trial;
    }

    public static TrialScript ResumedThenExpired()
    {
        var trial = CutAndResume();
        trial["s1"].Drop();
        trial.Advance(TimeSpan.FromMinutes(6));
        trial["s1"].ResumeReset("expired", keepsContent: false);
        trial["s1"].Read();
        return trial;
    }

    public static TrialScript Two(string otherPrincipal)
    {
        var trial = new TrialScript(("s1", "ada"), ("s2", otherPrincipal));
        foreach (var session in trial.Sessions)
        {
            session.Connect();
            session.Say();
            session.Read();
        }

        return trial;
    }

    public static TrialScript TakeOverAndLeave()
    {
        var (trial, s1) = Connected();
        s1.Say();
        s1.Resume();
        s1.Close(1, 4500, "peer");
        s1.Read();
        s1.Leave();
        return trial;
    }

    public static TrialScript SlowRecovery()
    {
        var (trial, s1) = Connected();
        s1.Say();
        s1.Cut();
        for (var i = 0; i < 2; i++)
        {
            s1.Fail(s1.BeginResume(), Operation.Resume, "refused");
            trial.Wait(TimeSpan.FromSeconds(3));
        }

        s1.Resume();
        s1.Read();
        return trial;
    }

    public static (TrialScript Trial, SessionScript Session) Connected()
    {
        var trial = TrialScript.Single();
        trial["s1"].Connect();
        return (trial, trial["s1"]);
    }
}
