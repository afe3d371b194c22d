using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace Rejoin.Client;

/// <summary>Attempts until one succeeds or none may follow: back-off, hints of the server, budget, breaker.</summary>
/// <remarks>Polly's own defaults (three retries, constant delay, no jitter, a breaker of a hundred calls) are made for
/// requests; a connection needs the ones set here.</remarks>
internal sealed class Reconnector
{
    private readonly RejoinClientOptions options;
    private readonly ReconnectGuard guard;
    private readonly Backoff backoff;
    private readonly TokenKeeper tokens;
    private readonly Action<ClientStatus> publish;
    private readonly ResiliencePipeline<ConnectResult> pipeline;
    private long lostAt;
    private bool endOfPatience;

    public Reconnector(RejoinClientOptions options, TokenKeeper tokens, Action<ClientStatus> publish)
    {
        this.options = options;
        this.tokens = tokens;
        this.publish = publish;
        guard = options.Guard ?? new ReconnectGuard(
            new ReconnectGuardOptions { TimeProvider = Time, Random = new Random(options.Session.Random.Next()) });
        backoff = new Backoff(options);
        pipeline = new ResiliencePipelineBuilder<ConnectResult> { TimeProvider = Time }
            .AddRetry(new RetryStrategyOptions<ConnectResult>
            {
                MaxRetryAttempts = int.MaxValue,
                ShouldHandle = args => ValueTask.FromResult(MayTryAgain(args.Outcome)),
                DelayGenerator = args => ValueTask.FromResult<TimeSpan?>(Delay(ErrorOf(args.Outcome))),
            })
            .AddPipeline(guard.Breaker)
            .Build();
    }

    private TimeProvider Time => options.Session.TimeProvider;

    /// <summary>Attempts, the first one after a delay if a loss stands before it.</summary>
    /// <returns>The last attempt's result: a success, or a failure after which none may follow.</returns>
    public async Task<ConnectResult> RunAsync(
        ConnectionClosed? loss, Func<CancellationToken, Task<ConnectResult>> attempt,
        CancellationToken cancellationToken)
    {
        lostAt = Time.GetTimestamp();
        endOfPatience = false;
        if (loss is not null)
        {
            if (!MayFollow(loss.Error))
            {
                return Failed(loss.Error);
            }

            await Task.Delay(Delay(loss.Error), Time, cancellationToken).ConfigureAwait(false);
        }
        else if (guard.Take() is var wait && wait > TimeSpan.Zero)
        {
            publish(new ClientStatus { Phase = ClientPhase.Lost, Error = Spent(wait, null), NextAttemptIn = wait });
            await Task.Delay(wait, Time, cancellationToken).ConfigureAwait(false);
        }

        try
        {
            return await pipeline.ExecuteAsync(
                async token => await AttemptAsync(attempt, token).ConfigureAwait(false), cancellationToken)
                .ConfigureAwait(false);
        }
        catch (BrokenCircuitException broken)
        {
            return Failed(CircuitOpen(broken));
        }
    }

    /// <summary>Notes how long a connection lived.</summary>
    public void Lived(TimeSpan time, long heartbeatMs)
    {
        var heartbeats = heartbeatMs > 0 ? TimeSpan.FromMilliseconds(2.0 * heartbeatMs) : TimeSpan.MaxValue;
        if (time >= options.StableAfter || time >= heartbeats)
        {
            backoff.Reset();
        }
    }

    private async Task<ConnectResult> AttemptAsync(
        Func<CancellationToken, Task<ConnectResult>> attempt, CancellationToken cancellationToken)
    {
        publish(new ClientStatus { Phase = ClientPhase.Connecting });
        var result = await attempt(cancellationToken).ConfigureAwait(false);
        if (result.Succeeded)
        {
            guard.GiveBack();
            tokens.Accepted();
        }

        return result;
    }

    private bool MayTryAgain(Outcome<ConnectResult> outcome) => outcome.Exception switch
    {
        BrokenCircuitException => IsPatient(),
        not null => false,
        _ => outcome.Result?.Error is { } error && MayFollow(error),
    };

    private bool MayFollow(ClientError error)
    {
        var another = error.Failure is ClientFailure.Unauthorized or ClientFailure.TokenExpired
            && tokens.Refused(error);
        return (error.IsRetryable || another) && IsPatient();
    }

    private bool IsPatient()
    {
        endOfPatience = options.GiveUpAfter != Timeout.InfiniteTimeSpan
            && Time.GetElapsedTime(lostAt) >= options.GiveUpAfter;
        return !endOfPatience;
    }

    private TimeSpan Delay(ClientError error)
    {
        TimeSpan delay;
        if (error is { Failure: ClientFailure.CircuitOpen, RetryAfter: { } untilProbe })
        {
            // The attempt that the breaker stopped was not made.
            guard.GiveBack();
            delay = backoff.Spread(untilProbe);
        }
        else
        {
            delay = backoff.Next(error);
        }

        var budget = guard.Take();
        if (budget > delay)
        {
            delay = budget;
            error = Spent(delay, error);
        }

        publish(new ClientStatus { Phase = ClientPhase.Lost, Error = error, NextAttemptIn = delay });
        return delay;
    }

    private static ClientError Spent(TimeSpan wait, ClientError? last) => Errors.Of(
        ClientFailure.RetryBudgetExhausted,
        ClientStage.Local,
        $"The budget of attempts is spent; the next one follows in {wait.TotalSeconds:0} s."
        + (last is null ? string.Empty : $" Last failure: {last.Message}"));

    private ConnectResult Failed(ClientError error) => new()
    {
        Connection = 0,
        Timing = new AttachTiming { StartTimestamp = Time.GetTimestamp() },
        Error = error,
    };

    /// <summary>The failure to end with.</summary>
    public ClientError Final(ClientError error) => !endOfPatience
        ? error
        : Errors.Of(
            ClientFailure.RetryBudgetExhausted,
            ClientStage.Local,
            $"No attempt succeeded within {options.GiveUpAfter.TotalSeconds:0} s. Last failure: {error.Message}") with
        {
            IsRetryable = false,
        };

    private ClientError ErrorOf(Outcome<ConnectResult> outcome) => outcome.Exception is BrokenCircuitException broken
        ? CircuitOpen(broken)
        : outcome.Result!.Error!;

    private ClientError CircuitOpen(BrokenCircuitException broken) => Errors.Of(
        ClientFailure.CircuitOpen,
        ClientStage.Local,
        $"{Endpoint.Of(options.Session.Uri)} failed again and again; the circuit breaker is open.") with
    {
        RetryAfter = broken.RetryAfter > TimeSpan.Zero ? broken.RetryAfter : TimeSpan.FromSeconds(1),
    };
}
