namespace Rejoin.Protocol;

/// <summary>Something the client should know that changes nothing in the log.</summary>
public sealed record Notice : ServerMessage
{
    /// <summary>What it is about.</summary>
    public required NoticeCode Code { get; init; }

    /// <summary>Time until it takes effect, in milliseconds; absent = now.</summary>
    public long? InMs { get; init; }
}
