namespace Rejoin.Checks.Tests;

/// <summary>The smallest readable trial of each planted bug.</summary>
public static class BuggyTrials
{
    public static TrialScript Of(PlantedBug bug) => bug switch
    {
        PlantedBug.LoseAcked => LoseAcked(),
        PlantedBug.ForgetOperationIds => ForgetOperationIds(),
        PlantedBug.PhantomMessage => PhantomMessage(),
        PlantedBug.ReorderOperations => ReorderOperations(),
        PlantedBug.TornMessage => TornMessage(),
        PlantedBug.FlipFlop => FlipFlop(),
        PlantedBug.ReplayOffByOne => Replaying((session, from) => session.Replay(from + 1)),
        PlantedBug.ReplayLiveOverlap => ReplayLiveOverlap(),
        PlantedBug.SwapReplay => Replaying(SwapReplay),
        PlantedBug.FalseReset => FalseReset(),
        PlantedBug.SpliceStream => SpliceStream(),
        PlantedBug.WrongCursor => Replaying(null, result => result with { From = result.From - 1 }),
        PlantedBug.RetimeHistory => RetimeHistory(),
        PlantedBug.StaleRead => StaleRead(),
        PlantedBug.NonMonotonicRead => NonMonotonicRead(),
        PlantedBug.IdentityDrift => IdentityDrift(),
        PlantedBug.SilentReset => SilentReset(),
        PlantedBug.LeakSession => Leak("ada"),
        PlantedBug.LeakPrincipal => Leak("bob"),
        PlantedBug.WrongCloseCode => WrongCloseCode(),
        PlantedBug.RefuseResume => RefuseResume(),
        PlantedBug.SwallowOperation => SwallowOperation(),
        PlantedBug.AnnounceReplay => RepeatedCuts.AnnounceReplay(),
        PlantedBug.DropMemoryKey => BuggyStates.DropMemoryKey(),
        PlantedBug.StaleMemory => BuggyStates.StaleMemory(),
        PlantedBug.RerunStep => BuggyStates.RerunStep(),
        PlantedBug.LoseStep => BuggyStates.LoseStep(),
        PlantedBug.ForgetPendingSteps => BuggyStates.ForgetPendingSteps(),
        PlantedBug.DoubleEffect => BuggyStates.DoubleEffect(),
        PlantedBug.LoseEffect => BuggyStates.LoseEffect(),
        PlantedBug.ResumeAfterExpiry => BuggyAbsences.ResumeAfterExpiry(),
        PlantedBug.SilentExpiry => BuggyAbsences.SilentExpiry(),
        PlantedBug.EarlyExpiry => BuggyAbsences.EarlyExpiry(),
        PlantedBug.LeakOldSession => BuggyAbsences.LeakOldSession(),
        PlantedBug.NoFencing => BuggyTakeovers.NoFencing(),
        PlantedBug.ServeSuperseded => BuggyTakeovers.ServeSuperseded(),
        PlantedBug.KeepSuperseded => BuggyTakeovers.KeepSuperseded(),
        PlantedBug.ForkHistory => BuggyTakeovers.ForkHistory(),
        PlantedBug.HideMove => BuggyTakeovers.HideMove(),
        _ => throw new ArgumentOutOfRangeException(nameof(bug)),
    };

    private static TrialScript LoseAcked()
    {
        var (trial, s1) = Connected();
        s1.Say();
        s1.AckSay(s1.BeginSay("m2"));
        s1.Reply("m2");
        s1.Read();
        return trial;
    }

    private static TrialScript ForgetOperationIds()
    {
        var (trial, s1) = Connected();
        var call = s1.BeginSay("m1");
        s1.Append("user_message", "m1", s1.Text("says m1"));
        s1.Cut();
        s1.Resume();
        s1.Append("user_message", "m1", s1.Text("says m1"));
        s1.AckSay(call);
        s1.Read();
        return trial;
    }

    private static TrialScript PhantomMessage()
    {
        var (trial, s1) = Connected();
        s1.Say();
        s1.Append("user_message", "x9", s1.Text("nobody said this"));
        s1.Read();
        return trial;
    }

    private static TrialScript ReorderOperations()
    {
        var (trial, s1) = Connected();
        var (first, second) = (s1.BeginSay("m1"), s1.BeginSay("m2"));
        s1.Append("user_message", "m2", s1.Text("says m2"));
        s1.AckSay(second);
        s1.Append("user_message", "m1", s1.Text("says m1"));
        s1.AckSay(first);
        s1.Read();
        return trial;
    }

    private static TrialScript TornMessage()
    {
        var (trial, s1) = Connected();
        var call = s1.BeginSay("m1");
        s1.Append("user_message", "m1", s1.Text("says m1")[..6]);
        s1.AckSay(call);
        s1.Read();
        return trial;
    }

    private static TrialScript FlipFlop()
    {
        var (trial, s1) = Connected();
        s1.Say();
        var call = s1.BeginSay("m2");
        s1.Cut();
        s1.Info(call, Operation.Say, "lost");
        s1.Append("user_message", "m2", s1.Text("says m2"));
        s1.Resume();
        s1.Read();
        s1.Read(views => [.. views.Where(view => view.Id != "m2")]);
        return trial;
    }

    private static TrialScript Replaying(
        Action<SessionScript, long>? replay, Func<AttachResult, AttachResult>? verdict = null)
    {
        var (trial, s1) = Connected();
        s1.Reply(s1.Say());
        s1.Say();
        s1.Cut();
        s1.Reply("m2");
        s1.Resume(replay, verdict);
        s1.Read();
        return trial;
    }

    private static void SwapReplay(SessionScript session, long from)
    {
        var missed = session.Log.Where(entry => entry.Offset > from).ToArray();
        (missed[0], missed[1]) = (missed[1], missed[0]);
        foreach (var entry in missed)
        {
            session.HandOver(entry, replayed: true);
        }
    }

    private static TrialScript ReplayLiveOverlap()
    {
        var (trial, s1) = Connected();
        s1.Say();
        s1.Cut();
        s1.Reply("m1");
        s1.Resume();
        s1.HandOver(s1.Log[^1], replayed: false);
        s1.Read();
        return trial;
    }

    private static TrialScript FalseReset()
    {
        var (trial, s1) = Connected();
        s1.Reply(s1.Say());
        s1.Cut();
        s1.ResumeReset("trimmed", keepsContent: true);
        s1.Read();
        return trial;
    }

    private static TrialScript SpliceStream()
    {
        var (trial, s1) = Connected();
        s1.Say();
        s1.Piece("m1", 0);
        s1.Append(new LogEntry(s1.Head + 1, "delta", "", s1.PieceText("m1", 0), "2026-01-02T03:04:05.021Z")
        {
            Turn = "m1",
            Attempt = 1,
            Index = 1,
        });
        s1.Final("m1", 2);
        s1.Read();
        return trial;
    }

    private static TrialScript RetimeHistory()
    {
        var (trial, s1) = Connected();
        s1.Say();
        s1.Cut();
        s1.Resume();
        s1.Read(views => [.. views.Select(view => view with { At = "2026-01-02T03:05:00.000Z" })]);
        return trial;
    }

    private static TrialScript StaleRead()
    {
        var (trial, s1) = Connected();
        s1.Say();
        s1.Say();
        s1.Cut();
        s1.Resume();
        s1.Read(views => [views[0]]);
        s1.Read();
        return trial;
    }

    private static TrialScript NonMonotonicRead()
    {
        var (trial, s1) = Connected();
        s1.Say();
        s1.Say();
        s1.Read();
        s1.Cut();
        s1.Resume();
        s1.Read(views => [.. views.Skip(1)]);
        s1.Read();
        return trial;
    }

    private static TrialScript IdentityDrift()
    {
        var (trial, s1) = Connected();
        s1.Say();
        s1.Cut();
        s1.Resume();
        s1.ReadContext("eve");
        s1.Read();
        return trial;
    }

    private static TrialScript SilentReset()
    {
        var (trial, s1) = Connected();
        s1.Reply(s1.Say());
        s1.Cut();
        var from = s1.Processed;
        s1.Resume((session, _) => session.EmptySilently(), result => result with { From = from, Head = 0 });
        s1.Say();
        s1.Read();
        return trial;
    }

    private static TrialScript Leak(string otherPrincipal)
    {
        var trial = new TrialScript(("s1", "ada"), ("s2", otherPrincipal));
        var (s1, s2) = (trial["s1"], trial["s2"]);
        s1.Connect();
        s2.Connect();
        s1.Say();
        s2.Say();
        s2.Read();
        s1.Read(views => [.. views, .. s2.Views()]);
        return trial;
    }

    private static TrialScript WrongCloseCode()
    {
        var (trial, s1) = Connected();
        s1.Say();
        s1.Resume();
        s1.Close(1, 1000, "peer");
        s1.Read();
        return trial;
    }

    private static TrialScript RefuseResume()
    {
        var (trial, s1) = Connected();
        s1.Say();
        s1.Read();
        s1.Cut();
        for (var i = 0; i < 3; i++)
        {
            s1.Fail(s1.BeginResume(), Operation.Resume, "refused");
            trial.Wait(TimeSpan.FromSeconds(5));
        }

        s1.Fail(s1.BeginResume(), Operation.Resume, "refused");
        return trial;
    }

    private static TrialScript SwallowOperation()
    {
        var (trial, s1) = Connected();
        s1.Say();
        var call = s1.BeginSay("m2");
        trial.Wait(TimeSpan.FromSeconds(5));
        s1.Info(call, Operation.Say, "timeout");
        s1.Read();
        return trial;
    }

    private static (TrialScript Trial, SessionScript Session) Connected()
    {
        var trial = TrialScript.Single();
        trial["s1"].Connect();
        return (trial, trial["s1"]);
    }
}
