using Rejoin.Statistics;

namespace Rejoin.Checks;

/// <summary>The sample of the measure <c>latency-drift</c>: growth of the resume latency per cycle, the median over the
/// sessions of a trial.</summary>
/// <remarks>The n-th resume of a session that succeeded is its cycle n. A session's drift is the Theil–Sen slope of the
/// logarithm of its latencies.</remarks>
internal static class LatencyDrift
{
    private const int ResumesAtLeast = 3;

    public static ObjectiveSamples Of(TrialHistory history)
    {
        var slopes = ResumeAttempts.Of(history)
            .Where(attempt => attempt.Seconds is > 0 and < double.PositiveInfinity)
            .GroupBy(attempt => attempt.Session)
            .Where(session => session.Count() >= ResumesAtLeast)
            .Select(session => TheilSen.Slope(
                [.. session.Select((attempt, cycle) => ((double)cycle, Math.Log(attempt.Seconds!.Value)))]))
            .OfType<double>();
        return Percentile.Interpolated(slopes, 50) is { } median
            ? new ObjectiveSamples([Math.Exp(median) - 1])
            : ObjectiveSamples.None($"no session was resumed {ResumesAtLeast} times");
    }
}
