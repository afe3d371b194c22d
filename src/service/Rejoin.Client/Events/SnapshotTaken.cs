using Rejoin.Protocol;

namespace Rejoin.Client;

/// <summary>A snapshot that stands for every event up to its offset: the application replaces what it holds. The
/// cursor moves to its offset after the handler has returned.</summary>
public sealed record SnapshotTaken : SessionEvent
{
    /// <summary>The snapshot.</summary>
    public required Snapshot Snapshot { get; init; }

    /// <summary>UTF-8 payload of its frame exactly as received.</summary>
    public required ReadOnlyMemory<byte> Payload { get; init; }
}
