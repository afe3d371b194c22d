namespace Rejoin.Checks.Tests;

/// <summary>Small trials that do not show what a check needs.</summary>
public static class UnclearTrials
{
    public static TrialScript Connected() => GoodTrials.Connected().Trial;

    public static TrialScript NoRead()
    {
        var (trial, s1) = GoodTrials.Connected();
        s1.Say();
        return trial;
    }

    public static TrialScript NoOffsets()
    {
        var trial = GoodTrials.SayAndRead();
        for (var i = 0; i < trial.Lines.Count; i++)
        {
            var line = trial.Lines[i];
            trial.Lines[i] = line.Received is { } received
                ? line with { Received = received with { Offset = null, Epoch = null } }
                : line;
        }

        return trial;
    }

    public static TrialScript UnfinishedReply()
    {
        var (trial, s1) = GoodTrials.Connected();
        s1.Say();
        s1.Piece("m1", 0);
        s1.Read();
        return trial;
    }

    public static TrialScript ResumeWithoutRead()
    {
        var trial = GoodTrials.SayAndRead();
        trial["s1"].Cut();
        trial["s1"].Resume();
        return trial;
    }

    public static TrialScript EndedDuringRecovery()
    {
        var trial = GoodTrials.SayAndRead();
        var s1 = trial["s1"];
        s1.Cut();
        s1.Fail(s1.BeginResume(), Operation.Resume, "refused");
        trial.Wait(TimeSpan.FromSeconds(2));
        s1.Fail(s1.BeginResume(), Operation.Resume, "refused");
        return trial;
    }

    public static TrialScript NeverTried()
    {
        var trial = GoodTrials.SayAndRead();
        var s1 = trial["s1"];
        s1.Cut();
        var call = s1.BeginSay("m2");
        trial.Wait(TimeSpan.FromSeconds(5));
        s1.Fail(call, Operation.Say, "not-sent");
        return trial;
    }

    public static TrialScript GaveUpEarly()
    {
        var trial = GoodTrials.SayAndRead();
        var s1 = trial["s1"];
        var call = s1.BeginSay("m2");
        trial.Wait(TimeSpan.FromSeconds(1));
        s1.Info(call, Operation.Say, "timeout");
        return trial;
    }

    public static TrialScript CutAtOnce()
    {
        var (trial, s1) = GoodTrials.Connected();
        s1.Cut();
        s1.Resume();
        s1.Say();
        s1.Read();
        return trial;
    }

    public static TrialScript Fault(string status, string? reason)
    {
        var trial = GoodTrials.SayAndRead();
        trial["s1"].Inject("rst", status, reason);
        return trial;
    }
}
