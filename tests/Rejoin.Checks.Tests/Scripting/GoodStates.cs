namespace Rejoin.Checks.Tests;

/// <summary>Small trials of a service that keeps memory, preferences, workflows and effects as it promises.</summary>
public static class GoodStates
{
    public static TrialScript Memory()
    {
        var (trial, s1) = GoodTrials.Connected();
        s1.State.Set("plan");
        s1.State.Set("plan");
        s1.State.Set("units", "preference");
        s1.Cut();
        s1.Resume();
        s1.ReadContext();
        return trial;
    }

    /// <summary>A set of unknown outcome takes effect, and the client sees it only in a read.</summary>
    public static TrialScript UnknownOutcome()
    {
        var (trial, s1) = GoodTrials.Connected();
        s1.State.Set("plan");
        var (call, value) = s1.State.BeginSet("plan");
        s1.Cut();
        s1.Info(call, Operation.Set, "lost");
        s1.State.Put("plan", value);
        s1.CrashAndRestart(0);
        s1.ResumeBySnapshot();
        s1.ReadContext();
        s1.ReadContext();
        return trial;
    }

    /// <summary>Two sets at once may be applied in either order.</summary>
    public static TrialScript Concurrent()
    {
        var (trial, s1) = GoodTrials.Connected();
        var (first, second) = (s1.State.BeginSet("plan"), s1.State.BeginSet("plan"));
        s1.State.Put("plan", second.Value);
        s1.State.Put("plan", first.Value);
        s1.State.Ack(second.Call, Operation.Set);
        s1.State.Ack(first.Call, Operation.Set);
        s1.ReadContext();
        return trial;
    }

    public static TrialScript Workflow()
    {
        var (trial, s1) = GoodTrials.Connected();
        var workflow = s1.State.Start();
        s1.State.StepsTo(workflow, 1, 3);
        s1.State.Step(workflow, 4, 0, 2);
        s1.Cut();
        s1.State.Step(workflow, 4, 2, 4);
        s1.Resume();
        s1.ReadContext();
        s1.State.Step(workflow, 5);
        s1.State.Complete(workflow);
        s1.ReadContext();
        s1.State.ReadEffects();
        return trial;
    }

    /// <summary>The workflow goes on while the client is away, and a snapshot stands for its events.</summary>
    public static TrialScript WorkflowBySnapshot()
    {
        var (trial, s1) = GoodTrials.Connected();
        var workflow = s1.State.Start();
        s1.State.Step(workflow, 1);
        s1.State.Step(workflow, 2, 0, 1);
        s1.Cut();
        s1.State.Step(workflow, 2, 1, 4);
        s1.State.StepsTo(workflow, 3, 4);
        s1.ResumeBySnapshot();
        s1.ReadContext();
        s1.State.Step(workflow, 5);
        s1.State.Complete(workflow);
        s1.ReadContext();
        s1.State.ReadEffects();
        return trial;
    }

    /// <summary>The turn's owner dies, and the next attempt begins the step that was not recorded anew.</summary>
    public static TrialScript WorkflowInterrupted()
    {
        var (trial, s1) = GoodTrials.Connected();
        var workflow = s1.State.Start();
        s1.State.Step(workflow, 1);
        s1.State.Step(workflow, 2, 0, 1);
        s1.Append(new LogEntry(s1.Head + 1, "turn_interrupted", "", "", "2026-01-02T03:04:05.020Z")
        {
            Turn = workflow,
            Attempt = 1,
        });
        s1.State.StepsTo(workflow, 2, 5);
        s1.State.Complete(workflow);
        s1.ReadContext();
        s1.State.ReadEffects();
        return trial;
    }

    public static TrialScript WorkflowUnfinished()
    {
        var (trial, s1) = GoodTrials.Connected();
        s1.State.Step(s1.State.Start(), 1);
        s1.ReadContext();
        return trial;
    }
}
