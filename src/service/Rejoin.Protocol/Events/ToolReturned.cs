using System.Text.Json;

namespace Rejoin.Protocol;

/// <summary>A tool call whose effect is applied.</summary>
public sealed record ToolReturned : EventData
{
    /// <summary>Workflow id.</summary>
    public required string Workflow { get; init; }

    /// <summary>Step, 1-based.</summary>
    public required int Step { get; init; }

    /// <summary>Effect id.</summary>
    public required string Effect { get; init; }

    /// <summary>Name of the tool.</summary>
    public required string Tool { get; init; }

    /// <summary>Result.</summary>
    public required JsonElement Result { get; init; }
}
