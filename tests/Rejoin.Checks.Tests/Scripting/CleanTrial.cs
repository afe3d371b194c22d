namespace Rejoin.Checks.Tests;

/// <summary>A realistic trial of a service that keeps its promises.</summary>
public static class CleanTrial
{
    public static TrialScript Script()
    {
        var trial = new TrialScript(("s1", "ada"), ("s2", "ada"), ("s3", "bob"));
        foreach (var session in trial.Sessions)
        {
            session.Place = "home";
            session.Connect();
        }

        var s1 = trial["s1"];
        for (var i = 0; i < 3; i++)
        {
            s1.Reply(s1.Say());
        }

        s1.ReadContext();
        s1.Read();
        CutDuringReply(s1);
        CrashAndRestart(s1);
        TakeOver(s1);
        Work(s1);
        SecondClient(s1);
        foreach (var other in trial.Sessions.Skip(1))
        {
            other.Reply(other.Say());
            other.Read();
            other.ReadContext();
            other.Leave();
        }

        s1.Reply(s1.Say());
        s1.Read();
        s1.ReadContext();
        Expire(trial, s1);
        s1.Leave();
        trial.Count();
        return trial;
    }

    private static void CutDuringReply(SessionScript session)
    {
        var id = session.Say();
        session.Piece(id, 0);
        session.Cut();
        session.Piece(id, 1);
        session.Final(id, 2);
        session.Resume();
        session.Read();
        session.ReadContext();
    }

    private static void CrashAndRestart(SessionScript session)
    {
        var id = session.NextId();
        var persisted = session.Processed - 1;
        var call = session.BeginSay(id);
        session.Cut("rst");
        session.Info(call, Operation.Say, "lost");
        session.Append("user_message", id, session.Text("says " + id));
        session.Reply(id);
        session.CrashAndRestart(persisted);
        session.Resume();
        session.Read();
    }

    /// <summary>From another place, while the first client is still there and says something late.</summary>
    private static void SecondClient(SessionScript session)
    {
        var older = session.Split(session.Processed);
        session.Place = "away";
        session.Resume();
        session.As(older, () => session.Fail(session.BeginSay(session.NextId()), Operation.Say, "fenced"));
        session.Close(older.Connection, 4500, "peer");
        session.Read();
        session.ReadAudit();
    }

    private static void Expire(TrialScript trial, SessionScript session)
    {
        session.Drop();
        trial.Wait(TimeSpan.FromMilliseconds(500));
        trial.Advance(TimeSpan.FromMinutes(6));
        session.ResumeReset("expired", keepsContent: false);
        session.Reply(session.Say());
        session.Read();
        session.ReadContext();
        session.State.ReadEffects();
    }

    private static void Work(SessionScript session)
    {
        session.State.Set("plan");
        session.State.Set("units", "preference");
        var workflow = session.State.Start();
        session.State.StepsTo(workflow, 1, 3);
        session.State.Step(workflow, 4, 0, 2);
        session.Cut();
        session.State.Step(workflow, 4, 2, 4);
        session.Resume();
        session.State.Set("plan");
        session.ReadContext();
        session.State.Step(workflow, 5);
        session.State.Complete(workflow);
        session.ReadContext();
        session.State.ReadEffects();
    }

    private static void TakeOver(SessionScript session)
    {
        var old = session.Connection;
        session.Resume();
        session.Close(old, 4500, "peer");
        session.Read();
    }
}
