using Polly;
using Polly.CircuitBreaker;

namespace Rejoin.Client;

/// <summary>The protection of one endpoint from the clients of this process: a budget of failed attempts and a circuit
/// breaker. Share one between all clients of an endpoint.</summary>
/// <remarks>Members may be used from any thread.</remarks>
public sealed class ReconnectGuard
{
    private readonly Lock gate = new();
    private readonly ReconnectGuardOptions options;
    private double tokens;
    private long filledAt;

    /// <summary>A guard with a full budget and a closed breaker.</summary>
    /// <exception cref="ArgumentException">A setting is out of range; the message names all.</exception>
    public ReconnectGuard(ReconnectGuardOptions? options = null)
    {
        this.options = options ?? new ReconnectGuardOptions();
        Require(this.options);
        tokens = this.options.Budget;
        filledAt = this.options.TimeProvider.GetTimestamp();
        Breaker = new ResiliencePipelineBuilder<ConnectResult> { TimeProvider = this.options.TimeProvider }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<ConnectResult>
            {
                // Every attempt of the window failed: a ratio of 1 over at least that many.
                FailureRatio = 1.0,
                MinimumThroughput = this.options.BreakerFailures,
                SamplingDuration = this.options.BreakerWindow,
                BreakDurationGenerator = _ => ValueTask.FromResult(this.options.BreakDuration * Spread(0.8, 1.2)),
                ShouldHandle = args => ValueTask.FromResult(args.Outcome.Result?.Error is { } e && IsOfEndpoint(e)),
            })
            .Build();
    }

    internal ResiliencePipeline<ConnectResult> Breaker { get; }

    /// <summary>Takes one attempt out of the budget.</summary>
    /// <returns>Time until it may be made; zero = now.</returns>
    internal TimeSpan Take()
    {
        lock (gate)
        {
            Refill();
            tokens -= 1;
            return tokens >= 0 ? TimeSpan.Zero : options.BudgetRefill * -tokens;
        }
    }

    /// <summary>Gives an attempt back: it succeeded, or it was not made.</summary>
    internal void GiveBack()
    {
        lock (gate)
        {
            Refill();
            tokens = Math.Min(options.Budget, tokens + 1);
        }
    }

    /// <summary>Whether a failure says something about the endpoint, not about this client or its session.</summary>
    private static bool IsOfEndpoint(ClientError error) => error.IsRetryable && error.Failure is not (
        ClientFailure.TokenUnavailable or ClientFailure.TokenExpired or ClientFailure.SlowConsumer
        or ClientFailure.DroppedByCaller or ClientFailure.HandlerFailed or ClientFailure.RateLimited);

    private static void Require(ReconnectGuardOptions options)
    {
        var hour = TimeSpan.FromHours(1);
        var second = TimeSpan.FromSeconds(1);
        List<string> errors = [];
        void Check(bool right, string text)
        {
            if (!right)
            {
                errors.Add(text);
            }
        }

        Check(options.Budget is >= 1 and <= 10_000, "Budget must be 1 to 10 000");
        Check(
            options.BudgetRefill > TimeSpan.Zero && options.BudgetRefill <= hour,
            "BudgetRefill must be above 0 and at most 1 h");
        Check(options.BreakerFailures is >= 2 and <= 1_000, "BreakerFailures must be 2 to 1 000");
        Check(options.BreakerWindow >= second && options.BreakerWindow <= hour, "BreakerWindow must be 1 s to 1 h");
        Check(options.BreakDuration >= second && options.BreakDuration <= hour, "BreakDuration must be 1 s to 1 h");
        if (errors.Count > 0)
        {
            throw new ArgumentException(
                $"{nameof(ReconnectGuardOptions)}: {string.Join("; ", errors)}.", nameof(options));
        }
    }

    private double Spread(double low, double high)
    {
        lock (gate)
        {
            return low + (options.Random.NextDouble() * (high - low));
        }
    }

    private void Refill()
    {
        var now = options.TimeProvider.GetTimestamp();
        var passed = options.TimeProvider.GetElapsedTime(filledAt, now);
        tokens = Math.Min(options.Budget, tokens + (passed / options.BudgetRefill));
        filledAt = now;
    }
}
