using System.Text.Json;
using Rejoin.Checks;

namespace Rejoin.Drivers.Stdio;

/// <summary>A line of a driver; which parts are present depends on the type.</summary>
internal sealed record StdioMessage
{
    public required string Type { get; init; }

    public string? Protocol { get; init; }

    public string? Name { get; init; }

    public string? Version { get; init; }

    public IReadOnlyList<string>? Operations { get; init; }

    public int? AttachFrames { get; init; }

    public long? Call { get; init; }

    public OperationResult? Result { get; init; }

    public OperationError? Error { get; init; }

    public long? RetryAfterMs { get; init; }

    public int? Connection { get; init; }

    public ReceivedEvent? Received { get; init; }

    public string? Notice { get; init; }

    public ConnectionEnd? Closed { get; init; }

    public StdioPosition? Position { get; init; }

    public JsonElement? Cursor { get; init; }
}
