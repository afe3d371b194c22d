using System.Text.Json;

namespace Rejoin.Protocol;

/// <summary>A memory or preference value that was put.</summary>
public sealed record ValueSet : EventData
{
    /// <summary>Id of the <c>set</c> operation.</summary>
    public required string Id { get; init; }

    /// <summary>What the key belongs to.</summary>
    public required ValueScope Scope { get; init; }

    /// <summary>Key.</summary>
    public required string Key { get; init; }

    /// <summary>Value.</summary>
    public required JsonElement Value { get; init; }
}
