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

    /// <summary>The promise that a session is refused once it expired.</summary>
    public static Contract Refusing { get; } = BuiltInContracts.Reference() with { Expiry = Expiry.Refuse };

    /// <summary>A client that tries again and again for longer than a recovery may take.</summary>
    public static TrialScript Refused()
    {
        var trial = Away(TimeSpan.FromMinutes(6));
        Refuse(trial, 4);
        return trial;
    }

    /// <summary>Resumes that are refused, 4 s apart.</summary>
    public static void Refuse(TrialScript trial, int times)
    {
        for (var i = 0; i < times; i++)
        {
            trial["s1"].Fail(trial["s1"].BeginResume(), Operation.Resume, "refused");
            trial.Wait(TimeSpan.FromSeconds(4));
        }
    }

    /// <summary>After more than a day nobody need know any more that the session expired.</summary>
    public static TrialScript Forgotten()
    {
        var trial = Away(TimeSpan.FromHours(25));
        trial["s1"].ResumeReset("unknown", keepsContent: false);
        trial["s1"].Read();
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
