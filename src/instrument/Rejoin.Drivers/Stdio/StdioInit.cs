using System.Text.Json;

namespace Rejoin.Drivers.Stdio;

/// <summary>The first line to a driver: who it is to be.</summary>
internal sealed record StdioInit
{
    public string Type { get; } = "init";

    public string Protocol { get; } = StdioDriver.Protocol;

    public required string Endpoint { get; init; }

    public required string Session { get; init; }

    public required long OperationTimeoutMs { get; init; }

    public required long AttachTimeoutMs { get; init; }

    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    public JsonElement? Cursor { get; init; }
}
