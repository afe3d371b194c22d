namespace Rejoin.Client;

/// <summary>Settings of a client that reconnects by itself.</summary>
public sealed record RejoinClientOptions
{
    /// <summary>Settings of its session. <see cref="RejoinSessionOptions.EventQueueCapacity"/> must be 1 or more. The
    /// time limit of the replay is not used: it depends on how fast <see cref="RejoinClient.Events"/> are read; a dead
    /// server is found by its heartbeat.</summary>
    public required RejoinSessionOptions Session { get; init; }

    /// <summary>Budget and breaker of the endpoint; null = own ones. Default null. Share one between all clients of an
    /// endpoint.</summary>
    public ReconnectGuard? Guard { get; init; }

    /// <summary>Longest delay before the first attempt after a loss; the delay is uniform in [0, this). Default 1 s.
    /// </summary>
    /// <remarks>Source: RFC 6455 §7.2.3.</remarks>
    public TimeSpan FirstDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Longest delay before the first attempt after a server went away or restarts (1001, 1012, 1013) without
    /// saying when to come back; uniform in [0, this). Default 5 s.</summary>
    public TimeSpan RestartSpread { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Base of the delays after that: uniform in [0, min(cap, base × 2^failures)). Default 0.5 s.</summary>
    public TimeSpan BaseDelay { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Cap of the delays up to ten failures in a row; after that four times as long. Default 30 s.</summary>
    public TimeSpan MaxDelay { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Time for which a connection must live before the back-off starts anew; two heartbeats if that is
    /// shorter. Default 30 s.</summary>
    public TimeSpan StableAfter { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Time after a loss (or the start) without success after which the client ends with
    /// <see cref="ClientFailure.RetryBudgetExhausted"/>. Default <see cref="Timeout.InfiniteTimeSpan"/> = never.
    /// </summary>
    public TimeSpan GiveUpAfter { get; init; } = Timeout.InfiniteTimeSpan;

    /// <summary>Longest time from the call of an operation to its answer, reconnects included, unless the call says
    /// otherwise; takes the place of <see cref="RejoinSessionOptions.OperationTimeout"/>. Default 60 s.</summary>
    public TimeSpan OperationTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Receiver of status changes, called one at a time and in order; it must return quickly. When it throws
    /// the client ends with <see cref="ClientFailure.HandlerFailed"/>. Null = none. Default null.</summary>
    public Action<ClientStatus>? StatusChanged { get; init; }
}
