namespace Rejoin.Protocol;

/// <summary>A message of the user.</summary>
public sealed record UserMessage : EventData
{
    /// <summary>Id of the <c>say</c> operation.</summary>
    public required string Id { get; init; }

    /// <summary>Whole text.</summary>
    public required string Text { get; init; }
}
