namespace Rejoin.Checks;

/// <summary>A workflow, as a read shows it.</summary>
public sealed record WorkflowView
{
    /// <summary>Workflow id: the id of the start.</summary>
    public required string Id { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Names of all steps in order.</summary>
    public required IReadOnlyList<string> Steps { get; init; }

    /// <summary>Steps recorded as completed.</summary>
    public required int CompletedSteps { get; init; }

    /// <summary>Whether the whole workflow is completed.</summary>
    public required bool Completed { get; init; }

    /// <summary>Effect ids of the tool calls, in order.</summary>
    public IReadOnlyList<string> ToolCalls { get; init; } = [];
}
