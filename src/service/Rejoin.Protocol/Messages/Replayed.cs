namespace Rejoin.Protocol;

/// <summary>The mark between replay and live events; follows every verdict.</summary>
public sealed record Replayed : ServerMessage
{
    /// <summary>Offset up to which the client is now up to date.</summary>
    public required long Offset { get; init; }

    /// <summary>Log digest at that offset: 64 lower-case hexadecimal digits.</summary>
    public required string Digest { get; init; }
}
