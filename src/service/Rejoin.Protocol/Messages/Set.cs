using System.Text.Json;

namespace Rejoin.Protocol;

/// <summary>An operation that puts one memory or preference value.</summary>
public sealed record Set : ClientOperation
{
    /// <summary>What the key belongs to.</summary>
    public required ValueScope Scope { get; init; }

    /// <summary>Key: 1 to 128 characters.</summary>
    public required string Key { get; init; }

    /// <summary>Value: any JSON up to 4 096 bytes; null removes nothing, it is a value.</summary>
    public required JsonElement Value { get; init; }
}
