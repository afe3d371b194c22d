namespace Rejoin.Checks.Tests;

/// <summary>One planted bug in the middle of a trial.</summary>
public sealed class BugStep(TrialScript trial, SessionScript session, Random random)
{
    public void Do(PlantedBug bug)
    {
        switch (bug)
        {
            case PlantedBug.LoseAcked:
                LoseAcked();
                break;
            case PlantedBug.ForgetOperationIds:
                ApplyTwice();
                break;
            case PlantedBug.PhantomMessage:
                session.Append("user_message", "x9", session.Text("nobody said this"));
                session.Read();
                break;
            case PlantedBug.ReorderOperations:
                Reorder();
                break;
            case PlantedBug.TornMessage:
                Tear();
                break;
            case PlantedBug.FlipFlop:
                FlipFlop();
                break;
            case PlantedBug.ReplayOffByOne or PlantedBug.SwapReplay or PlantedBug.ReplayLiveOverlap
                or PlantedBug.WrongCursor or PlantedBug.FalseReset or PlantedBug.SilentReset or PlantedBug.StaleRead
                or PlantedBug.NonMonotonicRead or PlantedBug.RetimeHistory or PlantedBug.IdentityDrift:
                Resume(bug);
                break;
            case PlantedBug.DropMemoryKey or PlantedBug.StaleMemory or PlantedBug.RerunStep or PlantedBug.LoseStep
                or PlantedBug.ForgetPendingSteps or PlantedBug.DoubleEffect or PlantedBug.LoseEffect:
                new BugStateStep(session, random).Do(bug);
                break;
            case PlantedBug.NoFencing or PlantedBug.ServeSuperseded or PlantedBug.KeepSuperseded
                or PlantedBug.ForkHistory or PlantedBug.HideMove:
                new BugTakeoverStep(trial, session, random).Do(bug);
                break;
            case PlantedBug.LeakOldSession or PlantedBug.ResumeAfterExpiry or PlantedBug.SilentExpiry
                or PlantedBug.EarlyExpiry:
                Away(bug);
                break;
            case PlantedBug.SpliceStream:
                Splice();
                break;
            case PlantedBug.LeakSession:
                Leak("s2");
                break;
            case PlantedBug.LeakPrincipal:
                Leak("s3");
                break;
            case PlantedBug.WrongCloseCode:
                CloseWrongly();
                break;
            case PlantedBug.RefuseResume:
                Refuse();
                break;
            case PlantedBug.SwallowOperation:
                Swallow();
                break;
            case PlantedBug.AnnounceReplay:
                RepeatedCuts.InVain(session, RepeatedCuts.GivesUpAfter, frames: 3, "fin");
                break;
        }
    }

    private void Swallow()
    {
        var call = session.BeginSay(session.NextId());
        trial.Wait(TimeSpan.FromSeconds(6));
        session.Info(call, Operation.Say, "timeout");
    }

    private void LoseAcked()
    {
        var lost = session.NextId();
        session.AckSay(session.BeginSay(lost));
        session.Reply(lost);
        session.Read();
    }

    private void CloseWrongly()
    {
        var old = session.Connection;
        session.Resume();
        session.Close(old, 1000, "peer");
    }

    private void ApplyTwice()
    {
        var id = session.NextId();
        var call = session.BeginSay(id);
        session.Append("user_message", id, session.Text("says " + id));
        session.Reply(id);
        session.Cut();
        session.Resume();
        session.Append("user_message", id, session.Text("says " + id));
        session.AckSay(call);
        session.Reply(id);
        session.Read();
    }

    private void Reorder()
    {
        var (first, second) = (session.NextId(), session.NextId());
        var calls = (session.BeginSay(first), session.BeginSay(second));
        session.Append("user_message", second, session.Text("says " + second));
        session.AckSay(calls.Item2);
        session.Append("user_message", first, session.Text("says " + first));
        session.AckSay(calls.Item1);
        session.Read();
    }

    private void Tear()
    {
        var id = session.NextId();
        var call = session.BeginSay(id);
        var text = session.Text("says " + id);
        session.Append("user_message", id, text[..random.Next(1, text.Length)]);
        session.AckSay(call);
    }

    private void FlipFlop()
    {
        var id = session.NextId();
        var call = session.BeginSay(id);
        session.Cut();
        session.Info(call, Operation.Say, "lost");
        session.Append("user_message", id, session.Text("says " + id));
        session.CrashAndRestart(session.Processed);
        session.Resume();
        session.Read();
        session.Hidden.Add(id);
        session.Read();
    }

    private void Resume(PlantedBug bug)
    {
        session.Reply(session.Say());
        session.Read();
        var id = session.Say();
        session.Cut();
        session.Reply(id, 3);
        switch (bug)
        {
            case PlantedBug.ReplayOffByOne:
                session.Resume((s, from) => s.Replay(from + 1));
                return;
            case PlantedBug.SwapReplay:
                session.Resume(Swap);
                return;
            case PlantedBug.ReplayLiveOverlap:
                session.Resume();
                session.HandOver(session.Log[^random.Next(1, 4)], replayed: false);
                return;
            case PlantedBug.WrongCursor:
                session.Resume(null, result => result with { From = result.From + (random.Next(2) * 2) - 1 });
                return;
            case PlantedBug.FalseReset:
                session.ResumeReset("trimmed", keepsContent: true);
                return;
            case PlantedBug.SilentReset:
                SilentReset();
                return;
            default:
                session.Resume();
                Read(bug, id);
                return;
        }
    }

    private void Read(PlantedBug bug, string id)
    {
        if (bug == PlantedBug.IdentityDrift)
        {
            session.ReadContext("eve");
            return;
        }

        session.Read(views => bug switch
        {
            PlantedBug.RetimeHistory => [.. views.Select(view => view with { At = "2026-01-02T04:00:00.000Z" })],
            PlantedBug.StaleRead => [.. views.Where(view => view.Id != id)],
            _ => [.. views.Skip(1)],
        });
        session.Read();
    }

    private void SilentReset()
    {
        var from = session.Processed;
        if (random.Next(2) == 0)
        {
            session.ServiceSession += "'";
        }

        session.Resume((s, _) => s.EmptySilently(), result => result with { From = from, Head = 0 });
        session.Reply(session.Say());
        session.Read();
    }

    private static void Swap(SessionScript session, long from)
    {
        var missed = session.Log.Where(entry => entry.Offset > from).ToArray();
        (missed[1], missed[2]) = (missed[2], missed[1]);
        foreach (var entry in missed)
        {
            session.HandOver(entry, replayed: true);
        }
    }

    private void Away(PlantedBug bug)
    {
        session.Reply(session.Say());
        session.Read();
        session.Drop();
        trial.Wait(TimeSpan.FromMilliseconds(500));
        trial.Advance(TimeSpan.FromSeconds(bug == PlantedBug.EarlyExpiry ? random.Next(200, 290) : 310));
        switch (bug)
        {
            case PlantedBug.ResumeAfterExpiry:
                session.Resume();
                session.Read();
                break;
            case PlantedBug.SilentExpiry:
                SilentReset();
                break;
            case PlantedBug.LeakOldSession:
                var old = session.Views();
                session.ResumeReset("expired", keepsContent: false);
                session.Reply(session.Say());
                session.Read(views => [.. old, .. views]);
                break;
            default:
                session.ResumeReset("expired", keepsContent: false);
                break;
        }
    }

    private void Splice()
    {
        var id = session.Say();
        session.Piece(id, 0);
        session.Append(new LogEntry(session.Head + 1, "delta", "", session.PieceText(id, 0), "2026-01-02T03:04:05.021Z")
        {
            Turn = id,
            Attempt = 1,
            Index = 1,
        });
        session.Final(id, 2);
    }

    private void Leak(string other)
    {
        var strange = trial[other].Say();
        session.Read(views => [.. views, trial[other].Views().Single(view => view.Id == strange)]);
    }

    private void Refuse()
    {
        session.Cut();
        for (var i = 0; i < 3; i++)
        {
            session.Fail(session.BeginResume(), Operation.Resume, "refused");
            trial.Wait(TimeSpan.FromSeconds(4));
        }

        session.Resume();
    }
}
