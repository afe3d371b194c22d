namespace Rejoin.Checks.Tests;

/// <summary>A random trial of a service that keeps its promises, but for one planted bug at a random moment.</summary>
public sealed class RandomTrial(Random random)
{
    private readonly TrialScript _trial = new(("s1", "ada"), ("s2", "ada"), ("s3", "bob"));

    private readonly RandomState _state = new(random);

    private bool _isBugDone;

    public static TrialHistory Of(int seed, PlantedBug bug)
    {
        var random = new Random(seed);
        return new RandomTrial(random).Run(bug);
    }

    private TrialHistory Run(PlantedBug bug)
    {
        foreach (var session in _trial.Sessions)
        {
            session.Place = "home";
            session.Connect();
            session.Reply(session.Say());
        }

        var steps = random.Next(3, 15);
        var moment = random.Next(steps);
        for (var i = 0; i < steps; i++)
        {
            if (i == moment && bug != PlantedBug.None)
            {
                _isBugDone = true;
                new BugStep(_trial, _trial["s1"], random).Do(bug);
            }

            Step(_trial.Sessions[random.Next(3)]);
        }

        foreach (var session in _trial.Sessions)
        {
            _state.Finish(session);
            session.Read();
            session.ReadContext();
            session.State.ReadEffects();
            session.Leave();
            session.ReadAudit();
        }

        _trial.Count();
        return _trial.Build();
    }

    private void Step(SessionScript session)
    {
        _state.GoOn(session);
        session.Place = random.Next(3) == 0 ? "away" : "home";
        switch (random.Next(17))
        {
            case 0:
                session.Reply(session.Say(), random.Next(1, 5));
                break;
            case 1:
                Pipelined(session);
                break;
            case 2:
                session.Read();
                break;
            case 3:
                session.ReadContext();
                break;
            case 4:
                CutDuringReply(session);
                break;
            case 5:
                Crash(session);
                break;
            case 6:
                TakeOver(session);
                break;
            case 7:
                BySnapshot(session);
                break;
            case 8:
                Unfinished(session);
                break;
            case 9:
                Interrupted(session);
                break;
            case 10:
                Expire(session);
                break;
            case 11 or 12:
                new RandomTakeover(_trial, session, random).Do();
                break;
            case 13:
                _trial.Count();
                break;
            default:
                _state.Step(session);
                break;
        }
    }

    private static void Pipelined(SessionScript session)
    {
        var ids = new[] { session.NextId(), session.NextId() };
        var calls = ids.Select(session.BeginSay).ToArray();
        for (var i = 0; i < ids.Length; i++)
        {
            session.Append("user_message", ids[i], session.Text("says " + ids[i]));
            session.AckSay(calls[i]);
        }
    }

    private void CutDuringReply(SessionScript session)
    {
        var id = session.Say();
        session.Piece(id, 0);
        session.Cut(random.Next(2) == 0 ? "fin" : "rst");
        session.Piece(id, 1);
        session.Final(id, 2);
        session.Resume();
    }

    private void Crash(SessionScript session)
    {
        var id = session.NextId();
        var call = session.BeginSay(id);
        session.Info(call, Operation.Say, "lost");
        var isApplied = random.Next(2) == 0;
        if (isApplied)
        {
            session.Append("user_message", id, session.Text("says " + id));
            session.Reply(id);
        }

        // A life that goes back behind a skipped event is handed it after all.
        session.CrashAndRestart(Math.Max(0, session.Processed - (_isBugDone ? 0 : random.Next(4))));
        session.Resume();
    }

    private static void TakeOver(SessionScript session)
    {
        var old = session.Connection;
        session.Resume();
        session.Close(old, 4500, "peer");
    }

    private static void BySnapshot(SessionScript session)
    {
        var id = session.Say();
        session.Drop();
        session.Reply(id, 3);
        session.ResumeBySnapshot();
    }

    /// <summary>A resume that is itself cut in the middle of its replay.</summary>
    private static void Unfinished(SessionScript session)
    {
        var id = session.Say();
        session.Drop();
        session.Reply(id, 3);
        var call = session.BeginResume();
        var missed = session.Log.Where(entry => entry.Offset > session.Processed).ToArray();
        session.HandOver(missed[0], replayed: true);
        session.Cut("rst");
        session.Info(call, Operation.Resume, "lost");
        session.Resume();
    }

    /// <summary>The turn's owner dies: pieces of the first attempt are void.</summary>
    private static void Interrupted(SessionScript session)
    {
        var id = session.Say();
        session.Piece(id, 0);
        session.Cut();
        session.Append(new LogEntry(session.Head + 1, "turn_interrupted", "", "",
            "2026-01-02T03:04:05.000Z") { Turn = id, Attempt = 1 });
        session.Reply(id, 3, attempt: 2);
        session.Resume();
    }

    private void Expire(SessionScript session)
    {
        session.Drop();
        _trial.Advance(TimeSpan.FromMinutes(6));
        session.ResumeReset("expired", keepsContent: false);
    }
}
