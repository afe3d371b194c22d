using Rejoin.Protocol;

namespace Rejoin.Server;

/// <summary>What is to be delivered between the verdict and live events.</summary>
public sealed record ReplayRequest
{
    /// <summary>Session whose log is delivered.</summary>
    public required string Session { get; init; }

    /// <summary>Ordinal of the connection in this process.</summary>
    public required long Connection { get; init; }

    /// <summary>Generation of the attach.</summary>
    public required long Generation { get; init; }

    /// <summary>Offset after which events are delivered; with a snapshot, its offset.</summary>
    public required long From { get; init; }

    /// <summary>Offset of the last event to deliver: the head at the moment of the attach. Live events begin with
    /// the next.</summary>
    public required long To { get; init; }

    /// <summary>Log digest at <see cref="To"/>.</summary>
    public required string Digest { get; init; }

    /// <summary>Snapshot to deliver first; null = none.</summary>
    public Snapshot? Snapshot { get; init; }

    internal LiveSession? Live { get; init; }
}
