using Rejoin.Checks;

namespace Rejoin.Runner;

/// <summary>Coming back after a cut: one attempt after another until one succeeds or the contract's bound has
/// passed.</summary>
internal static class Recovery
{
    private const double FirstDelayMs = 20;
    private const double LongestDelayMs = 500;

    /// <summary>Resumes; false if no attempt succeeded within the contract's recovery time.</summary>
    public static async Task<bool> ResumeAsync(TrialClient client, TrialContext trial, CancellationToken cancellation)
    {
        var begun = trial.Time.GetTimestamp();
        for (var attempt = 0; ; attempt++)
        {
            var outcome = await client.InvokeAsync(Operation.Resume, new OperationInput(), cancellation)
                .ConfigureAwait(false);
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
