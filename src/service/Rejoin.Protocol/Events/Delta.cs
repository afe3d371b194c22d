namespace Rejoin.Protocol;

/// <summary>A piece of a reply that is being streamed.</summary>
public sealed record Delta : EventData
{
    /// <summary>Turn that the piece belongs to: the id of the <c>say</c> operation.</summary>
    public required string Turn { get; init; }

    /// <summary>Attempt of the turn, 1-based; a new attempt voids the pieces of the older ones.</summary>
    public required int Attempt { get; init; }

    /// <summary>Index of the piece in its attempt, 0-based, contiguous.</summary>
    public required int Index { get; init; }

    /// <summary>Text of the piece; the pieces of the last attempt in order are the whole reply.</summary>
    public required string Text { get; init; }
}
