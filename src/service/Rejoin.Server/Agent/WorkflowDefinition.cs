namespace Rejoin.Server;

/// <summary>A workflow that clients can start.</summary>
internal sealed record WorkflowDefinition(string Name, IReadOnlyList<WorkflowStep> Steps);
