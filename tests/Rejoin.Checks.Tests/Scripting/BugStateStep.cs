namespace Rejoin.Checks.Tests;

/// <summary>One planted bug in memory, workflows or effects in the middle of a trial.</summary>
public sealed class BugStateStep(SessionScript session, Random random)
{
    public void Do(PlantedBug bug)
    {
        switch (bug)
        {
            case PlantedBug.DropMemoryKey or PlantedBug.StaleMemory:
                Memory(bug);
                break;
            case PlantedBug.RerunStep:
                Rerun();
                break;
            case PlantedBug.LoseStep:
                var workflow = Steps(random.Next(1, 6));
                session.Drop();
                session.ResumeBySnapshot();
                session.ReadContext(null, view => view with
                {
                    Workflows = [.. view.Workflows.Select(each => each.Id == workflow
                        ? each with { CompletedSteps = each.CompletedSteps - 1 }
                        : each)],
                });
                break;
            case PlantedBug.ForgetPendingSteps:
                Steps(random.Next(1, 6));
                session.Cut();
                session.Resume();
                session.ReadContext(null, BuggyStates.ForgetPendingSteps);
                break;
            case PlantedBug.DoubleEffect or PlantedBug.LoseEffect:
                var effect = $"{Steps(5)}/{random.Next(1, 6)}/1";
                session.State.Applied[effect] = bug == PlantedBug.DoubleEffect ? random.Next(1, 3) : 0;
                if (bug == PlantedBug.LoseEffect)
                {
                    session.State.Lost.Add(effect);
                }

                session.State.ReadEffects();
                break;
        }
    }

    private void Memory(PlantedBug bug)
    {
        var old = session.State.Set("plan");
        session.State.Set("plan");
        session.Cut();
        session.Resume();
        session.ReadContext(null, view => view with
        {
            Memory = view.Memory.Where(pair => bug == PlantedBug.StaleMemory || pair.Key != "plan")
                .ToDictionary(pair => pair.Key, pair => pair.Key == "plan" ? old : pair.Value),
        });
    }

    private void Rerun()
    {
        var step = random.Next(1, 6);
        var workflow = Steps(step);
        session.Cut();
        session.Resume();
        session.State.StepsTo(workflow, step, 5);
        session.State.Complete(workflow);
    }

    /// <summary>A workflow that has completed so many steps.</summary>
    private string Steps(int count)
    {
        var workflow = session.State.Start();
        session.State.StepsTo(workflow, 1, count);
        if (count == 5)
        {
            session.State.Complete(workflow);
        }

        return workflow;
    }
}
