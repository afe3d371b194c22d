namespace Rejoin.Client;

/// <summary>Settings of a <see cref="ReconnectGuard"/>.</summary>
public sealed record ReconnectGuardOptions
{
    /// <summary>Failed attempts that may follow each other at the pace of the back-off alone. Range 1 to 10 000;
    /// default 10. An attempt that succeeds costs nothing.</summary>
    public int Budget { get; init; } = 10;

    /// <summary>Time after which the budget has one attempt more. Above 0; default 30 s.</summary>
    public TimeSpan BudgetRefill { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Failures of the endpoint in a row, within <see cref="BreakerWindow"/>, that open the circuit breaker.
    /// Range 2 to 1 000; default 5.</summary>
    public int BreakerFailures { get; init; } = 5;

    /// <summary>Window in which failures are counted. Range 1 s to 1 h; default 60 s.</summary>
    public TimeSpan BreakerWindow { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Time for which the breaker stays open, ± 20 %; then one attempt probes the endpoint. Range 1 s to 1 h;
    /// default 30 s.</summary>
    public TimeSpan BreakDuration { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Clock. Default the system's.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Source of jitter; used under a lock. Default an unseeded one of its own.</summary>
    public Random Random { get; init; } = new();
}
