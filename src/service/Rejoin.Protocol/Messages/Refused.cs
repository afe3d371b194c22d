namespace Rejoin.Protocol;

/// <summary>The server's statement that an operation was not applied and will not be.</summary>
public sealed record Refused : ServerMessage
{
    /// <summary>Id of the operation.</summary>
    public required string Id { get; init; }

    /// <summary>Why.</summary>
    public required RefusalCode Code { get; init; }

    /// <summary>One sentence for people; never holds a token or another session's data.</summary>
    public required string Message { get; init; }

    /// <summary>Time after which the same operation may be taken, in milliseconds; absent = no hint.</summary>
    public long? RetryAfterMs { get; init; }
}
