using System.Text.Json;

namespace Rejoin.Protocol;

/// <summary>One tool call of a workflow.</summary>
public sealed record ToolCall
{
    /// <summary>Effect id: the same for every attempt of the same call.</summary>
    public required string Effect { get; init; }

    /// <summary>Step that made the call, 1-based.</summary>
    public required int Step { get; init; }

    /// <summary>Name of the tool.</summary>
    public required string Tool { get; init; }

    /// <summary>Arguments of the call.</summary>
    public required JsonElement Arguments { get; init; }

    /// <summary>Result of the call; absent while it is not recorded.</summary>
    public JsonElement? Result { get; init; }
}
