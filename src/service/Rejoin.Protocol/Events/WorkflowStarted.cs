using System.Text.Json;

namespace Rejoin.Protocol;

/// <summary>A workflow that was started.</summary>
public sealed record WorkflowStarted : EventData
{
    /// <summary>Workflow id: the id of the <c>start</c> operation.</summary>
    public required string Workflow { get; init; }

    /// <summary>Name of the workflow.</summary>
    public required string Name { get; init; }

    /// <summary>Names of its steps in order.</summary>
    public required IReadOnlyList<string> Steps { get; init; }

    /// <summary>Input; absent = none.</summary>
    public JsonElement? Input { get; init; }
}
