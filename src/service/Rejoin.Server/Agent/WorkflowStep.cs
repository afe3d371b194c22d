namespace Rejoin.Server;

/// <summary>One step of a workflow: a name and the tool that it calls.</summary>
internal sealed record WorkflowStep(string Name, string Tool);
