namespace Rejoin.Checks.Tests;

/// <summary>A second client takes a session while the first one is still there, at random moments.</summary>
public sealed class RandomTakeover(TrialScript trial, SessionScript session, Random random)
{
    private readonly List<long> _late = [];

    public void Do()
    {
        var id = session.Say();
        session.Piece(id, 0);
        if (random.Next(2) == 0)
        {
            session.Stall();
            session.Inject("stall", "fired");
        }

        var sent = session.Processed;
        session.Piece(id, 1);
        session.Final(id, 2);
        var head = session.Head;
        var inFlight = random.Next(2) == 0 ? session.BeginSay(session.NextId()) : 0;
        var older = session.Split(random.Next(2) == 0 ? session.Processed : sent);
        var received = older.Processed;
        session.Resume();
        session.As(older, () => Late(inFlight));
        session.Reply(session.Say());
        session.As(older, () =>
        {
            // What had been sent before the newer one attached may come at any time.
            foreach (var entry in session.Log.Where(entry => entry.Offset > received && entry.Offset <= head).ToArray())
            {
                session.HandOver(entry, replayed: false);
            }

            Late(0);
        });
        session.Read();
        session.Close(older.Connection, 4500, "peer");
        trial.Wait(TimeSpan.FromSeconds(_late.Count > 0 ? 6 : 0));
        session.As(older, () => _late.ForEach(call => session.Info(call, Operation.Say, "timeout")));
        if (random.Next(4) == 0)
        {
            Return(older);
        }
    }

    /// <summary>Late writes of the older client are refused, or never answered.</summary>
    private void Late(long inFlight)
    {
        var call = inFlight > 0 ? inFlight : session.BeginSay(session.NextId());
        switch (random.Next(3))
        {
            case 0:
                session.Fail(call, Operation.Say, "fenced");
                break;
            case 1:
                session.Info(call, Operation.Say, "superseded");
                break;
            default:
                _late.Add(call);
                break;
        }
    }

    /// <summary>The first client takes its session back.</summary>
    private void Return(OlderLife older)
    {
        var taken = session.Connection;
        session.Return(older);
        session.Resume();
        session.Close(taken, 4500, "peer");
        session.Read();
    }
}
