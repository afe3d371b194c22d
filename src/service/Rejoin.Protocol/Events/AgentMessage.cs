namespace Rejoin.Protocol;

/// <summary>The final message of a reply; ends its turn.</summary>
public sealed record AgentMessage : EventData
{
    /// <summary>Message id: <c>a-</c> + the turn.</summary>
    public required string Id { get; init; }

    /// <summary>Turn that it ends.</summary>
    public required string Turn { get; init; }

    /// <summary>Whole text.</summary>
    public required string Text { get; init; }
}
