using Rejoin.Protocol;

namespace Rejoin.Server.Sabotage;

/// <summary>After a resume the context shows one completed step of each workflow too few.</summary>
internal static class LoseStep
{
    public static PlantedBug Bug { get; } = new(static () => new ServerSeams
    {
        Reads = reads => new AlteredReads(reads, Lose),
    })
    {
        Id = "lose-step",
        Check = "RJ205",
        Scenario = "agent-state",
        Wrong = "shows one completed step too few in the context after a resume",
        Defence = "the step of a workflow that only goes forward",
    };

    private static Answer Lose(ReadRequest request, Answer answer) =>
        request.IsAfterResume() && answer.Context is { } context
            ? answer with { Context = context with { Workflows = [.. context.Workflows.Select(OneLess)] } }
            : answer;

    private static WorkflowState OneLess(WorkflowState workflow) =>
        workflow with { CompletedSteps = Math.Max(0, workflow.CompletedSteps - 1) };
}
