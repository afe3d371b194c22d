using System.Text.Json;

namespace Rejoin.Protocol;

/// <summary>A tool call that is about to be made.</summary>
public sealed record ToolCalled : EventData
{
    /// <summary>Workflow id.</summary>
    public required string Workflow { get; init; }

    /// <summary>Step, 1-based.</summary>
    public required int Step { get; init; }

    /// <summary>Effect id, the same for every attempt.</summary>
    public required string Effect { get; init; }

    /// <summary>Name of the tool.</summary>
    public required string Tool { get; init; }

    /// <summary>Arguments.</summary>
    public required JsonElement Arguments { get; init; }
}
