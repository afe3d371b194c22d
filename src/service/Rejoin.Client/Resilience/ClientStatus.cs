namespace Rejoin.Client;

/// <summary>Where a client that reconnects by itself stands.</summary>
public sealed record ClientStatus
{
    /// <summary>Phase.</summary>
    public required ClientPhase Phase { get; init; }

    /// <summary>Failure that led here: the loss, or the last failed attempt, or the end; null if there was none.
    /// </summary>
    public ClientError? Error { get; init; }

    /// <summary>Time until the next attempt; null unless the phase is <see cref="ClientPhase.Lost"/>.</summary>
    public TimeSpan? NextAttemptIn { get; init; }

    /// <summary>Result of the last successful attempt; null before the first.</summary>
    public ConnectResult? LastResult { get; init; }
}
