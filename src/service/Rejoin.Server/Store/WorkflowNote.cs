using System.Text.Json;

namespace Rejoin.Server;

/// <summary>What going on with a workflow needs beside its state.</summary>
/// <param name="Id">Workflow id.</param>
/// <param name="StartedSteps">Number of the newest step that is recorded as started; 0 = none.</param>
/// <param name="Input">Input; null = none.</param>
public sealed record WorkflowNote(string Id, int StartedSteps, JsonElement? Input);
