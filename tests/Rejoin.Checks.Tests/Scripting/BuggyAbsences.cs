namespace Rejoin.Checks.Tests;

/// <summary>The smallest readable trials of bugs in the life of a session.</summary>
public static class BuggyAbsences
{
    public static TrialScript ResumeAfterExpiry()
    {
        var trial = GoodAbsences.Away(TimeSpan.FromMinutes(6));
        trial["s1"].Resume();
        trial["s1"].Read();
        return trial;
    }

    public static TrialScript SilentExpiry()
    {
        var trial = GoodAbsences.Away(TimeSpan.FromMinutes(6));
        var s1 = trial["s1"];
        var from = s1.Processed;
        s1.Resume((session, _) => session.EmptySilently(), result => result with { From = from, Head = 0 });
        s1.Read();
        return trial;
    }

    public static TrialScript EarlyExpiry()
    {
        var trial = GoodAbsences.Away(TimeSpan.FromMinutes(4));
        trial["s1"].ResumeReset("expired", keepsContent: false);
        trial["s1"].Read();
        return trial;
    }

    public static TrialScript LeakOldSession()
    {
        var trial = GoodAbsences.Away(TimeSpan.FromMinutes(6));
        var s1 = trial["s1"];
        var (old, state) = (s1.Views(), s1.State.View());
        s1.ResumeReset("expired", keepsContent: false);
        s1.Say();
        s1.Read(views => [.. old, .. views]);
        s1.ReadContext(null, view => view with { Memory = state.Memory });
        return trial;
    }
}
