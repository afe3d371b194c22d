namespace Rejoin.Checks.Tests;

/// <summary>Values and workflows of random trials; workflows go on between the steps of the trial.</summary>
public sealed class RandomState(Random random)
{
    private const int Events = 20;
    private readonly List<(SessionScript Session, string Workflow, int Next)> _open = [];

    public void Step(SessionScript session)
    {
        switch (random.Next(6))
        {
            case 0:
                session.State.Set($"key-{random.Next(3)}");
                break;
            case 1:
                session.State.Set($"key-{random.Next(2)}", "preference");
                break;
            case 2:
                _open.Add((session, session.State.Start(), 0));
                break;
            case 3:
                session.State.ReadEffects();
                break;
            case 4:
                Unknown(session);
                break;
            default:
                Concurrent(session);
                break;
        }
    }

    /// <summary>Some more events of every open workflow; what a reset ended does not go on.</summary>
    public void GoOn(SessionScript session, int most = 8)
    {
        for (var i = _open.Count - 1; i >= 0; i--)
        {
            var (owner, workflow, next) = _open[i];
            if (owner != session)
            {
                continue;
            }

            _open.RemoveAt(i);
            if (!session.Log.Exists(entry => entry.Kind == "workflow_started" && entry.Workflow == workflow))
            {
                continue;
            }

            var last = Math.Min(Events, next + random.Next(most + 1));
            for (; next < last; next++)
            {
                session.State.Event(workflow, next);
            }

            if (next == Events)
            {
                session.State.Event(workflow, next);
            }
            else
            {
                _open.Add((session, workflow, next));
            }
        }
    }

    public void Finish(SessionScript session)
    {
        while (_open.Exists(open => open.Session == session))
        {
            GoOn(session, most: Events);
        }
    }

    /// <summary>A client that crashes cannot know whether its set was applied.</summary>
    private void Unknown(SessionScript session)
    {
        var (call, value) = session.State.BeginSet("key-0");
        session.Info(call, Operation.Set, "lost");
        session.CrashAndRestart(session.Processed);
        if (random.Next(2) == 0)
        {
            session.State.Put("key-0", value);
        }

        session.Resume();
        session.ReadContext();
    }

    private void Concurrent(SessionScript session)
    {
        var sets = new[] { session.State.BeginSet("key-1"), session.State.BeginSet("key-1") };
        foreach (var set in sets.OrderBy(_ => random.Next()))
        {
            session.State.Put("key-1", set.Value);
        }

        foreach (var set in sets)
        {
            session.State.Ack(set.Call, Operation.Set);
        }
    }
}
