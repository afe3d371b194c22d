namespace Rejoin.Protocol;

/// <summary>The client's statement that it has processed every event up to an offset.</summary>
public sealed record ClientAck : ClientMessage
{
    /// <summary>Offset of the last processed event; never beyond what was delivered.</summary>
    public required long Offset { get; init; }
}
