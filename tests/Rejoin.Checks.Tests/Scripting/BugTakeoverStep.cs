namespace Rejoin.Checks.Tests;

/// <summary>One planted bug with several connections of a session in the middle of a trial.</summary>
public sealed class BugTakeoverStep(TrialScript trial, SessionScript session, Random random)
{
    public void Do(PlantedBug bug)
    {
        switch (bug)
        {
            case PlantedBug.NoFencing:
                NoFencing();
                break;
            case PlantedBug.ServeSuperseded:
                var older = Take();
                session.Reply(session.Say());
                session.As(older, () => session.HandOver(session.Log[^random.Next(1, 4)], replayed: false));
                session.Close(older.Connection, 4500, "peer");
                break;
            case PlantedBug.KeepSuperseded:
                session.Resume();
                trial.Zombies++;
                trial.Count();
                break;
            case PlantedBug.ForkHistory:
                Fork();
                break;
            case PlantedBug.HideMove:
                session.Place = session.PlaceBefore == "home" ? "away" : "home";
                session.Drop();
                session.Resume();
                session.AuditLog[^1] = session.AuditLog[^1] with { Moved = false };
                session.ReadAudit();
                break;
        }
    }

    private OlderLife Take()
    {
        var older = session.Split(session.Processed);
        session.Resume();
        return older;
    }

    private void NoFencing()
    {
        var older = Take();
        var id = session.NextId();
        long call = 0;
        session.As(older, () => call = session.BeginSay(id));
        session.Append("user_message", id, session.Text("says " + id));
        session.As(older, () => session.AckSay(call));
        session.Reply(id);
    }

    private void Fork()
    {
        var before = session.Say();
        session.Cut();
        session.Resume();
        session.Read();
        var after = session.Say();
        session.Swapped.Add((before, after));
        session.Read();
    }
}
