namespace Rejoin.Protocol;

/// <summary>One message of the conversation, as authoritative reads show it.</summary>
public sealed record HistoryMessage
{
    /// <summary>Offset of the event that recorded the message.</summary>
    public required long Offset { get; init; }

    /// <summary>Message id: the operation id for a user message, <c>a-</c> + the turn for an agent message.</summary>
    public required string Id { get; init; }

    /// <summary>Who speaks.</summary>
    public required MessageRole Role { get; init; }

    /// <summary>Whole text.</summary>
    public required string Text { get; init; }

    /// <summary>Moment of the append on the server's clock, UTC; equal to the event's.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Turn that an agent message ends; absent for a user message.</summary>
    public string? Turn { get; init; }
}
