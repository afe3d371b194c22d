using Rejoin.Protocol;

namespace Rejoin.Server;

/// <summary>What becomes of an operation.</summary>
public sealed record OperationOutcome
{
    /// <summary>Message to send: <see cref="ServerAck"/>, <see cref="Refused"/> or <see cref="Protocol.Answer"/>;
    /// null sends nothing.</summary>
    public ServerMessage? Message { get; init; }

    /// <summary>Close code to end the connection with after the message; 0 = it stays open.</summary>
    public int CloseCode { get; init; }

    /// <summary>New end of the access token's life, UTC; null = unchanged.</summary>
    public DateTimeOffset? TokenExpiresAt { get; init; }

    /// <summary>An outcome that only sends a message.</summary>
    public static OperationOutcome Answer(ServerMessage message) => new() { Message = message };

    /// <summary>An outcome that refuses.</summary>
    public static OperationOutcome Refuse(string id, RefusalCode code, string message, long? retryAfterMs = null) =>
        Answer(new Refused { Id = id, Code = code, Message = message, RetryAfterMs = retryAfterMs });
}
