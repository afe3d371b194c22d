namespace Rejoin.Checks.Tests;

/// <summary>Trials in which every connection is cut at the same place, until the client gives up and the cause is
/// removed.</summary>
public static class RepeatedCuts
{
    private const int Pieces = 3;

    /// <summary>Connections that bring nothing, under the contract of the reference service.</summary>
    public const int GivesUpAfter = 5;


    /// <summary>What is missing is announced before it comes, and the announcement is all that ever comes.</summary>
    public static TrialScript AnnounceReplay() => InVain(GivesUpAfter, frames: 3);

    public static TrialScript FourInVain() => InVain(GivesUpAfter - 1, frames: 3);

    /// <summary>A verdict and nothing else fits through: nobody gets further.</summary>
    public static TrialScript TooEarly() => InVain(GivesUpAfter, frames: 1);

    public static TrialScript ByReset() => InVain(GivesUpAfter, frames: 3, kind: "rst");

    public static TrialScript FramesNotTold() => InVain(GivesUpAfter, frames: null);

    public static TrialScript OneEventEachTime()
    {
        var (trial, s1) = GoodTrials.Connected();
        var call = Say(s1, 3, "fin");
        foreach (var entry in s1.Log.Where(entry => entry.Offset > s1.Processed).ToArray())
        {
            var attempt = s1.BeginResume();
            s1.HandOver(entry, replayed: true);
            s1.CutAgain(3);
            s1.Info(attempt, Operation.Resume, "lost");
        }

        Heal(s1, call);
        s1.Read();
        return trial;
    }

    /// <summary>A say, so many connections that bring nothing, and one that is whole.</summary>
    public static void InVain(SessionScript session, int connections, int? frames, string kind)
    {
        var call = Say(session, frames, kind);
        for (var connection = 0; connection < connections; connection++)
        {
            var attempt = session.BeginResume();
            session.CutAgain(frames, kind);
            session.Info(attempt, Operation.Resume, "lost");
        }

        Heal(session, call);
    }

    private static TrialScript InVain(int connections, int? frames, string kind = "fin")
    {
        var (trial, s1) = GoodTrials.Connected();
        InVain(s1, connections, frames, kind);
        s1.Read();
        return trial;
    }

    private static long Say(SessionScript session, int? frames, string kind)
    {
        var id = session.NextId();
        var call = session.BeginSay(id);
        session.Append("user_message", id, session.Text("says " + id));
        session.CutAgain(frames, kind);
        session.Reply(id, Pieces);
        return call;
    }

    private static void Heal(SessionScript session, long call)
    {
        session.Resume();
        session.AckSay(call, duplicate: true);
    }
}
