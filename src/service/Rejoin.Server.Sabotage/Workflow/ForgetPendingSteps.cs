using Rejoin.Protocol;

namespace Rejoin.Server.Sabotage;

/// <summary>After a resume the context shows a workflow without the steps that are not completed; of a completed one,
/// without the last.</summary>
internal static class ForgetPendingSteps
{
    public static PlantedBug Bug { get; } = new(static () => new ServerSeams
    {
        Reads = reads => new AlteredReads(reads, Forget),
    })
    {
        Id = "forget-pending-steps",
        Check = "RJ205",
        Scenario = "agent-state",
        Wrong = "leaves the pending steps of a workflow, or its last one, out of the context after a resume",
        Defence = "the list of steps that is recorded with the start of a workflow",
    };

    private static Answer Forget(ReadRequest request, Answer answer) =>
        request.IsAfterResume() && answer.Context is { } context
            ? answer with { Context = context with { Workflows = [.. context.Workflows.Select(WithoutPending)] } }
            : answer;

    private static WorkflowState WithoutPending(WorkflowState workflow) => workflow with
    {
        Steps = [.. workflow.Steps.Take(Math.Min(workflow.CompletedSteps, workflow.Steps.Count - 1))],
    };
}
