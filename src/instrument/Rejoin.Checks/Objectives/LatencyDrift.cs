using Rejoin.Statistics;

namespace Rejoin.Checks;

/// <summary>The sample of the measure <c>latency-drift</c>: growth of the resume latency per cycle.</summary>
/// <remarks>The n-th resume of a session that succeeded is its cycle n. Resumes of different cycles that ran at about
/// the same time are compared, in the order of their starts: what slows a moment slows both, so a busy machine is no
/// drift. The drift is the median slope of the logarithm of their latencies. Where sessions did not overlap like that,
/// it is the median of their own Theil–Sen slopes. Sessions with less than half as many cycles as the longest are left
/// out: warm-ups are such sessions.</remarks>
internal static class LatencyDrift
{
    private const int ResumesAtLeast = 3;

    // Resumes that started next to each other, and cycles that tell them apart.
    private const int Neighbours = 12;
    private const int CyclesApart = 5;
    private const int OverlapsAtLeast = 100;

    public static ObjectiveSamples Of(TrialHistory history)
    {
        var all = new List<(string Session, double Cycle, double Latency)>();
        var cycles = new Dictionary<string, int>();
        foreach (var attempt in ResumeAttempts.Of(history))
        {
            if (attempt.Seconds is { } seconds and > 0 and < double.PositiveInfinity)
            {
                var cycle = cycles[attempt.Session] = cycles.GetValueOrDefault(attempt.Session) + 1;
                all.Add((attempt.Session, cycle, Math.Log(seconds)));
            }
        }

        var most = cycles.Values.DefaultIfEmpty().Max();
        var resumes = all
            .Where(resume => cycles[resume.Session] is var count && count >= ResumesAtLeast && count * 2 >= most)
            .ToList();
        return Slope(resumes) is { } slope
            ? new ObjectiveSamples([Math.Exp(slope) - 1])
            : ObjectiveSamples.None($"no session was resumed {ResumesAtLeast} times");
    }

    private static double? Slope(List<(string Session, double Cycle, double Latency)> resumes)
    {
        var overlaps = 0;
        for (var i = CyclesApart; i < resumes.Count; i++)
        {
            overlaps += Math.Abs(resumes[i].Cycle - resumes[i - CyclesApart].Cycle) >= CyclesApart ? 1 : 0;
        }

        return overlaps >= OverlapsAtLeast
            ? TheilSen.SlopeAmongNeighbours(
                [.. resumes.Select(resume => (resume.Cycle, resume.Latency))], Neighbours, CyclesApart)
            : Percentile.Interpolated(
                resumes.GroupBy(resume => resume.Session)
                    .Select(session => TheilSen.Slope(
                        [.. session.Select(resume => (resume.Cycle, resume.Latency))]))
                    .OfType<double>(),
                50);
    }
}
