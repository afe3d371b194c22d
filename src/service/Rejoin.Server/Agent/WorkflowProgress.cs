using System.Text.Json;
using Rejoin.Protocol;

namespace Rejoin.Server;

/// <summary>What the log records of a workflow.</summary>
/// <param name="State">Steps, completed steps, tool calls.</param>
/// <param name="StartedSteps">Number of the newest step that is recorded as started; 0 = none.</param>
/// <param name="Input">Input of the workflow; null = none.</param>
public sealed record WorkflowProgress(WorkflowState State, int StartedSteps, JsonElement? Input);
