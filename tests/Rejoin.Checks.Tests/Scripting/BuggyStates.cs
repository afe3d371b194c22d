namespace Rejoin.Checks.Tests;

/// <summary>The smallest readable trials of bugs in memory, preferences, workflows and effects.</summary>
public static class BuggyStates
{
    public static TrialScript DropMemoryKey() => Resumed(session => session.ReadContext(null, view => view with
    {
        Memory = view.Memory.Where(pair => pair.Key != "plan").ToDictionary(),
    }));

    public static TrialScript StaleMemory()
    {
        string? old = null;
        return Resumed(
            session => session.ReadContext(null, view => view with
            {
                Memory = view.Memory.ToDictionary(pair => pair.Key, pair => pair.Key == "plan" ? old! : pair.Value),
            }),
            session => old = session.State.Set("plan"));
    }

    public static TrialScript RerunStep()
    {
        var (trial, s1) = GoodTrials.Connected();
        var workflow = s1.State.Start();
        s1.State.StepsTo(workflow, 1, 4);
        s1.Cut();
        s1.Resume();
        s1.State.Step(workflow, 4);
        s1.State.Step(workflow, 5);
        s1.State.Complete(workflow);
        s1.ReadContext();
        s1.State.ReadEffects();
        return trial;
    }

    public static TrialScript LoseStep()
    {
        var (trial, s1) = GoodTrials.Connected();
        var workflow = s1.State.Start();
        s1.State.StepsTo(workflow, 1, 4);
        s1.Cut();
        s1.Resume();
        s1.ReadContext(null, LoseStep);
        s1.State.Step(workflow, 5);
        s1.State.Complete(workflow);
        s1.ReadContext();
        return trial;
    }

    public static ContextView LoseStep(ContextView view) => view with
    {
        Workflows = [.. view.Workflows.Select(each => each with { CompletedSteps = each.CompletedSteps - 1 })],
    };

    public static TrialScript ForgetPendingSteps()
    {
        var (trial, s1) = GoodTrials.Connected();
        var workflow = s1.State.Start();
        s1.State.StepsTo(workflow, 1, 4);
        s1.Cut();
        s1.Resume();
        s1.ReadContext(null, ForgetPendingSteps);
        s1.State.Step(workflow, 5);
        s1.State.Complete(workflow);
        s1.ReadContext();
        return trial;
    }

    public static ContextView ForgetPendingSteps(ContextView view) => view with
    {
        Workflows = [.. view.Workflows.Select(each => each with
        {
            Steps = [.. each.Steps.Take(Math.Min(each.CompletedSteps, each.Steps.Count - 1))],
        })],
    };

    public static TrialScript DoubleEffect()
    {
        var trial = GoodStates.Workflow();
        trial["s1"].State.Applied["s1-w1/4/1"] = 1;
        trial["s1"].State.ReadEffects();
        return trial;
    }

    public static TrialScript LoseEffect()
    {
        var trial = GoodStates.Workflow();
        trial["s1"].State.ReadEffects(effects => [.. effects.Where(effect => effect.Step != 4)]);
        return trial;
    }

    private static TrialScript Resumed(Action<SessionScript> read, Action<SessionScript>? before = null)
    {
        var (trial, s1) = GoodTrials.Connected();
        before?.Invoke(s1);
        s1.State.Set("plan");
        s1.State.Set("units", "preference");
        s1.Cut();
        s1.Resume();
        read(s1);
        return trial;
    }
}
