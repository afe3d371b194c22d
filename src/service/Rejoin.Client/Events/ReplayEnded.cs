namespace Rejoin.Client;

/// <summary>The mark between replay and live events: the client is up to date up to an offset.</summary>
public sealed record ReplayEnded : SessionEvent
{
    /// <summary>Offset up to which the client is up to date.</summary>
    public required long Offset { get; init; }
}
