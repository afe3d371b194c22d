namespace Rejoin.Protocol;

/// <summary>The answer to a read; exactly one of the three parts is present.</summary>
public sealed record Answer : ServerMessage
{
    /// <summary>Id of the operation.</summary>
    public required string Id { get; init; }

    /// <summary>Offset of the newest event that the answer reflects.</summary>
    public required long Offset { get; init; }

    /// <summary>Log digest at that offset: 64 lower-case hexadecimal digits.</summary>
    public required string Digest { get; init; }

    /// <summary>Messages of user and agent in order.</summary>
    public IReadOnlyList<HistoryMessage>? History { get; init; }

    /// <summary>Identity, memory, preferences, workflows.</summary>
    public SessionContext? Context { get; init; }

    /// <summary>Effects of this session's tool calls.</summary>
    public IReadOnlyList<Effect>? Effects { get; init; }
}
