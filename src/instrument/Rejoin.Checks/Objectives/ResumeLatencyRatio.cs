using Rejoin.Statistics;

namespace Rejoin.Checks;

/// <summary>The samples of the measure <c>resume-latency-ratio</c>: one per trial, which is a block.</summary>
internal static class ResumeLatencyRatio
{
    public static ObjectiveSamples Of(Objective objective, TrialHistory history)
    {
        var attempts = ResumeAttempts.Of(history);
        var moved = Of(attempts, isMoved: true, objective.Percentile ?? 50);
        var stayed = Of(attempts, isMoved: false, objective.Percentile ?? 50);
        return (moved, stayed) switch
        {
            (null, null) => ObjectiveSamples.None("no resume says from which place it came"),
            (null, _) => ObjectiveSamples.None("no resume from another place was observed"),
            (_, null) => ObjectiveSamples.None("no resume from the same place was observed"),
            (_, not (> 0 and < double.PositiveInfinity)) =>
                ObjectiveSamples.None("resumes from the same place do not finish, so that there is nothing to compare"),
            ({ } other, { } same) => new ObjectiveSamples([Math.Max(other, 1e-9) / same]),
        };
    }

    /// <summary>Interpolated: the nearest rank would depend on whether their number is odd.</summary>
    private static double? Of(IReadOnlyList<ResumeAttempt> attempts, bool isMoved, double percentile) =>
        Percentile.Interpolated(
            attempts.Where(attempt => attempt.IsMoved == isMoved).Select(attempt => attempt.Seconds).OfType<double>(),
            percentile);
}
