namespace Rejoin.Protocol;

/// <summary>A workflow whose every step is done.</summary>
public sealed record WorkflowCompleted : EventData
{
    /// <summary>Workflow id.</summary>
    public required string Workflow { get; init; }
}
