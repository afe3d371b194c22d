namespace Rejoin.Protocol;

/// <summary>Limits and windows that a server announces with its verdict.</summary>
/// <remarks>Source: protocol.md, "Limits".</remarks>
public sealed record AnnouncedLimits
{
    /// <summary>Largest message the server takes, in bytes of UTF-8.</summary>
    public required int MessageBytes { get; init; }

    /// <summary>Operations that may be unanswered at once on a connection.</summary>
    public required int PendingOperations { get; init; }

    /// <summary>Events after which the client sends an ack at the latest.</summary>
    public required int AckEveryEvents { get; init; }

    /// <summary>Longest absence that is resumed by replay, in milliseconds.</summary>
    public required long BriefMs { get; init; }

    /// <summary>Longest absence that is resumed at all, in milliseconds.</summary>
    public required long ResumableMs { get; init; }

    /// <summary>Newest events of a session that can be replayed.</summary>
    public required int RetainedEvents { get; init; }

    /// <summary>Time between the server's pings, in milliseconds; 0 = none.</summary>
    public required long HeartbeatMs { get; init; }
}
