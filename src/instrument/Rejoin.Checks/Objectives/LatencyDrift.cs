using Rejoin.Statistics;

namespace Rejoin.Checks;

/// <summary>The sample of the measure <c>latency-drift</c>: growth of the resume latency per cycle, the median over the
/// sessions of a trial.</summary>
/// <remarks>The n-th resume of a session that succeeded is its cycle n. A session's drift is the Theil–Sen slope of the
/// logarithm of its latencies. Sessions with less than half as many cycles as the longest are left out: their slopes,
/// from a few points each, say little, and warm-ups are such sessions.</remarks>
internal static class LatencyDrift
{
    private const int ResumesAtLeast = 3;

    public static ObjectiveSamples Of(TrialHistory history)
    {
        var sessions = ResumeAttempts.Of(history)
            .Where(attempt => attempt.Seconds is > 0 and < double.PositiveInfinity)
            .GroupBy(attempt => attempt.Session, attempt => attempt.Seconds!.Value)
            .Select(session => session.ToList()).ToList();
        var most = sessions.Select(session => session.Count).DefaultIfEmpty().Max();
        var slopes = sessions
            .Where(session => session.Count >= ResumesAtLeast && session.Count * 2 >= most)
            .Select(session => TheilSen.Slope(
                [.. session.Select((seconds, cycle) => ((double)cycle, Math.Log(seconds)))]))
            .OfType<double>();
        return Percentile.Interpolated(slopes, 50) is { } median
            ? new ObjectiveSamples([Math.Exp(median) - 1])
            : ObjectiveSamples.None($"no session was resumed {ResumesAtLeast} times");
    }
}
