namespace Rejoin.Protocol;

/// <summary>The fold of the log up to an offset; stands for the delivery of every event up to it.</summary>
public sealed record Snapshot : ServerMessage
{
    /// <summary>Offset of the last event that the snapshot contains.</summary>
    public required long Offset { get; init; }

    /// <summary>Log digest at that offset: 64 lower-case hexadecimal digits.</summary>
    public required string Digest { get; init; }

    /// <summary>Messages of user and agent in order.</summary>
    public required IReadOnlyList<HistoryMessage> History { get; init; }

    /// <summary>Everything else that the log folds to.</summary>
    public required SessionContext Context { get; init; }
}
