namespace Rejoin.Checks;

/// <summary>What lines tell of one workflow of a segment, for comparison with reads of the context.</summary>
internal sealed class WorkflowSights(string id)
{
    private readonly HashSet<string> _effects = [];

    public string Id { get; } = id;

    /// <summary>Line from which on every read must show it; <see cref="long.MaxValue"/> = none.</summary>
    public long DueFrom { get; private set; } = long.MaxValue;

    /// <summary>Completed steps, by the line that told of them.</summary>
    public NewestBefore<HistoryEvent> Steps { get; } = new();

    /// <summary>Line that first told that the whole is completed; <see cref="long.MaxValue"/> = none.</summary>
    public long CompletedAt { get; private set; } = long.MaxValue;

    /// <summary>Tool calls that were handed over, in the order of offsets, with the line.</summary>
    public List<(string Effect, long Line)> Calls { get; } = [];

    /// <summary>Whether an attempt of it was interrupted: steps may then begin anew.</summary>
    public bool IsInterrupted { get; private set; }

    /// <summary>Whether all its events were handed over, from its start to its end.</summary>
    public bool IsWhole { get; set; }

    /// <summary>Name and steps: as its start tells them, else as the first read does; null = nothing does.</summary>
    public WorkflowPlan? Plan { get; private set; }

    /// <summary>Time of the newest line that shows progress.</summary>
    public long ProgressNs { get; private set; }

    public void Due(HistoryEvent line)
    {
        DueFrom = Math.Min(DueFrom, line.Index);
        ProgressNs = Math.Max(ProgressNs, line.TimeNs);
    }

    public void Receive(ReceivedRecord received)
    {
        var item = received.Event;
        Due(received.Line);
        switch (item.Kind)
        {
            case "step_completed" when item.Step is { } step:
                Steps.Add(received.Line.Index, step, received.Line);
                break;
            case "workflow_completed":
                CompletedAt = Math.Min(CompletedAt, received.Line.Index);
                break;
            case "tool_called" when item.Effect is { } effect && _effects.Add(effect):
                Calls.Add((effect, received.Line.Index));
                break;
            case "workflow_started" when item.Steps is not null || item.Name is not null:
                Plan ??= new WorkflowPlan(item.Name, item.Steps, received.Line.Index);
                break;
            case "turn_interrupted":
                IsInterrupted = true;
                break;
        }
    }

    /// <summary>What a read showed must be there in those that began after it.</summary>
    public void Read(WorkflowView view, HistoryEvent line)
    {
        DueFrom = Math.Min(DueFrom, line.Index);
        Plan ??= new WorkflowPlan(view.Name, view.Steps, line.Index);
        Steps.Add(line.Index, view.CompletedSteps, line);
        CompletedAt = view.Completed ? Math.Min(CompletedAt, line.Index) : CompletedAt;
    }
}
