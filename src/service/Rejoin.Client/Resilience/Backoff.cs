namespace Rejoin.Client;

/// <summary>The delays between attempts: exponential with full jitter, never before the time that the server asked for.
/// </summary>
/// <remarks>Source: RFC 6455 §7.2.3; "Exponential Backoff And Jitter" (full jitter).</remarks>
internal sealed class Backoff(RejoinClientOptions options)
{
    private const int FailuresAtLowCap = 10;
    private const double HintSpread = 0.2;
    private readonly Random random = new(options.Session.Random.Next());
    private int failures;

    /// <summary>Starts anew: the last connection was proven.</summary>
    public void Reset() => failures = 0;

    /// <summary>The delay before the attempt that follows a failure.</summary>
    public TimeSpan Next(ClientError error)
    {
        var nth = failures++;
        var jittered = random.NextDouble() * Ceiling(nth, error);
        var asked = error.RetryAfter is { } hint ? Spread(hint) : TimeSpan.Zero;
        return asked > jittered || (nth == 0 && error.RetryAfter is not null) ? asked : jittered;
    }

    /// <summary>A time that was asked for, and up to 20 % more.</summary>
    public TimeSpan Spread(TimeSpan asked) => asked * (1 + (HintSpread * random.NextDouble()));

    private TimeSpan Ceiling(int nth, ClientError error)
    {
        if (nth == 0)
        {
            return error switch
            {
                { Failure: ClientFailure.SlowConsumer } => TimeSpan.Zero,
                { Failure: ClientFailure.Restarting or ClientFailure.NoRoom } or { CloseCode: 1001 } =>
                    options.RestartSpread,
                _ => options.FirstDelay,
            };
        }

        var cap = nth < FailuresAtLowCap ? options.MaxDelay : options.MaxDelay * 4;
        var grown = options.BaseDelay * Math.Pow(2, Math.Min(nth, 30));
        return grown < cap ? grown : cap;
    }
}
