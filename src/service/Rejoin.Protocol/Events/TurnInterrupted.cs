namespace Rejoin.Protocol;

/// <summary>A turn whose process died; it goes on in a new attempt.</summary>
public sealed record TurnInterrupted : EventData
{
    /// <summary>Turn: the id of the operation that began it.</summary>
    public required string Turn { get; init; }

    /// <summary>Attempt that ended here, 1-based.</summary>
    public required int Attempt { get; init; }
}
