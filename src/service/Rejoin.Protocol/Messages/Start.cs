using System.Text.Json;

namespace Rejoin.Protocol;

/// <summary>An operation that starts a workflow; its steps and tool calls come as events.</summary>
public sealed record Start : ClientOperation
{
    /// <summary>Name of a workflow that the server knows: 1 to 64 characters.</summary>
    public required string Workflow { get; init; }

    /// <summary>Input of the workflow: any JSON up to 4 096 bytes; absent = none.</summary>
    public JsonElement? Input { get; init; }
}
