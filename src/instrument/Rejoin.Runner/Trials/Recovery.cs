using Rejoin.Checks;

namespace Rejoin.Runner;

/// <summary>Coming back after a cut: one attempt after another until one succeeds or the contract's bound has
/// passed.</summary>
internal static class Recovery
{
    private const double FirstDelayMs = 20;
    private const double LongestDelayMs = 500;

    /// <summary>Resumes; false if no attempt succeeded within the contract's recovery time.</summary>
    public static Task<bool> ResumeAsync(TrialClient client, TrialContext trial, CancellationToken cancellation) =>
        UntilAttachedAsync(client, trial, static _ => Operation.Resume, cancellation);

    /// <summary>Attaches: resumes a session that the client has, else opens one; false if no attempt succeeded within
    /// the contract's recovery time.</summary>
    public static Task<bool> AttachAsync(
        TrialClient client, TrialContext trial, Patience patience, CancellationToken cancellation) =>
        UntilAttachedAsync(
            client, trial, static each => each.HasPosition ? Operation.Resume : Operation.Connect, cancellation,
            patience);

    private static async Task<bool> UntilAttachedAsync(
        TrialClient client, TrialContext trial, Func<TrialClient, Operation> next, CancellationToken cancellation,
        Patience? patience = null)
    {
        var begun = trial.Time.GetTimestamp();
        for (var attempt = 0; ; attempt++)
        {
            // An attempt that was cut off further on than the one before is a step, and not one more failure.
            if (patience?.Try() == true)
            {
                (begun, attempt) = (trial.Time.GetTimestamp(), 0);
            }

            var outcome = await client.AttachAsync(next(client), cancellation).ConfigureAwait(false);
            if (outcome.Type == HistoryEventType.Ok)
            {
                return true;
            }

            if (trial.Time.GetElapsedTime(begun) >= trial.Contract.Timeouts.Recovery)
            {
                return false;
            }

            var longest = Math.Min(LongestDelayMs, FirstDelayMs * Math.Pow(2, attempt));
            var jitter = TimeSpan.FromMilliseconds(client.Random.NextDouble() * longest);
            var delay = outcome.RetryAfter is { } hint && hint > jitter ? hint : jitter;
            await Task.Delay(delay, trial.Time, cancellation).ConfigureAwait(false);
        }
    }
}
