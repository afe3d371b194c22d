using Rejoin.Protocol;

namespace Rejoin.Server;

/// <summary>What a hello asks for, after its token was found valid.</summary>
public sealed record AttachRequest
{
    /// <summary>Ordinal of the connection in this process, 1-based.</summary>
    public required long Connection { get; init; }

    /// <summary>Principal that the access token names.</summary>
    public required string Principal { get; init; }

    /// <summary>Session to resume; null opens a new one.</summary>
    public string? Session { get; init; }

    /// <summary>Position of the last event that the client has processed; <see cref="Position.None"/> without a
    /// session.</summary>
    public Position Position { get; init; } = Position.None;

    /// <summary>Whether the client takes a snapshot in place of a replay.</summary>
    public bool Snapshots { get; init; } = true;

    /// <summary>Where the connection comes from.</summary>
    public ClientPlace Place { get; init; } = new();

    internal IEventSink Sink { get; init; } = NoSink.Instance;
}
