namespace Rejoin.Protocol;

/// <summary>Where a workflow stands.</summary>
public sealed record WorkflowState
{
    /// <summary>Workflow id: the id of the operation that started it.</summary>
    public required string Id { get; init; }

    /// <summary>Name of the workflow.</summary>
    public required string Name { get; init; }

    /// <summary>Names of all steps in order.</summary>
    public required IReadOnlyList<string> Steps { get; init; }

    /// <summary>Steps that are recorded as completed: 0 to the number of steps.</summary>
    public required int CompletedSteps { get; init; }

    /// <summary>Whether the whole workflow is recorded as completed.</summary>
    public required bool Completed { get; init; }

    /// <summary>Tool calls in the order of their record.</summary>
    public required IReadOnlyList<ToolCall> ToolCalls { get; init; }
}
