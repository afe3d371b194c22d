namespace Rejoin.Protocol;

/// <summary>An operation that appends a user message and starts the agent's turn on it.</summary>
public sealed record Say : ClientOperation
{
    /// <summary>Text of the message: 1 to 16 384 bytes of UTF-8 unless the server's limits say otherwise.</summary>
    public required string Text { get; init; }
}
