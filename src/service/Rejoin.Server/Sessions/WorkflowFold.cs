using System.Text.Json;
using Rejoin.Protocol;

namespace Rejoin.Server;

/// <summary>One workflow as a running fold.</summary>
internal sealed class WorkflowFold
{
    private JsonElement? input;

    public WorkflowFold(WorkflowStarted started)
    {
        input = started.Input;
        State = new WorkflowState
        {
            Id = started.Workflow,
            Name = started.Name,
            Steps = started.Steps,
            CompletedSteps = 0,
            Completed = false,
            ToolCalls = [],
        };
    }

    public WorkflowFold(WorkflowState state, WorkflowNote? note)
    {
        State = state;
        StartedSteps = note?.StartedSteps ?? state.CompletedSteps;
        input = note?.Input;
    }

    public string Id => State.Id;

    public WorkflowState State { get; private set; }

    public int StartedSteps { get; private set; }

    public WorkflowNote Note => new(Id, StartedSteps, input);

    public WorkflowProgress Progress => new(State, StartedSteps, input);

    public void Apply(StepStarted step) => StartedSteps = Math.Max(StartedSteps, step.Step);

    public void Apply(StepCompleted step) =>
        State = State with { CompletedSteps = Math.Max(State.CompletedSteps, step.Step) };

    public void Apply(WorkflowCompleted completed)
    {
        State = State with { Completed = true };
        input = null;
    }

    public void Apply(ToolCalled call) => State = State with
    {
        ToolCalls =
        [
            .. State.ToolCalls,
            new ToolCall { Effect = call.Effect, Step = call.Step, Tool = call.Tool, Arguments = call.Arguments },
        ],
    };

    public void Apply(ToolReturned call) => State = State with
    {
        ToolCalls = [.. State.ToolCalls.Select(
            known => known.Effect == call.Effect ? known with { Result = call.Result } : known)],
    };
}
