namespace Rejoin.Protocol;

/// <summary>One entry of the session's log, as delivered.</summary>
/// <remarks>The bytes of an event's frame are the same at every delivery: they are what the log digest covers.
/// Source: protocol.md, "Events" and "Log digest".</remarks>
public sealed record Event : ServerMessage
{
    /// <summary>Offset in the epoch: 1-based, contiguous.</summary>
    public required long Offset { get; init; }

    /// <summary>Moment of the append on the server's clock, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What happened.</summary>
    public required EventData Data { get; init; }
}
