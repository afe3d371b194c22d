namespace Rejoin.Protocol;

/// <summary>The server's statement that an operation is durable.</summary>
public sealed record ServerAck : ServerMessage
{
    /// <summary>Id of the operation.</summary>
    public required string Id { get; init; }

    /// <summary>Offset of the event that records the operation; absent for operations that record none.</summary>
    public long? Offset { get; init; }

    /// <summary>Whether the operation had been applied before and this answers a resend; default false.</summary>
    public bool Duplicate { get; init; }
}
