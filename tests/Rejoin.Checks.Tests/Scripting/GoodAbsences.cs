namespace Rejoin.Checks.Tests;

/// <summary>Small trials of a service that ends sessions when it promises to.</summary>
public static class GoodAbsences
{
    public static TrialScript Expired()
    {
        var trial = Away(TimeSpan.FromMinutes(6));
        var s1 = trial["s1"];
        s1.ResumeReset("expired", keepsContent: false);
        s1.Say();
        s1.Read();
        s1.ReadContext();
        s1.State.ReadEffects();
        return trial;
    }

    public static TrialScript WithinTheWindow()
    {
        var trial = Away(TimeSpan.FromMinutes(4));
        trial["s1"].Resume();
        trial["s1"].Read();
        return trial;
    }

    /// <summary>A session with something in it, whose client was away for so long.</summary>
    public static TrialScript Away(TimeSpan absence)
    {
        var (trial, s1) = GoodTrials.Connected();
        s1.Reply(s1.Say());
        s1.State.Set("plan");
        s1.Read();
        s1.Drop();
        trial.Wait(TimeSpan.FromMilliseconds(500));
        trial.Advance(absence);
        return trial;
    }
}
