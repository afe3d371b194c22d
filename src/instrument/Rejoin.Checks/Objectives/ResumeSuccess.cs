namespace Rejoin.Checks;

/// <summary>The samples of the measure <c>resume-success</c>: 1 for an attempt that succeeded, 0 for one that did
/// not.</summary>
/// <remarks>What is no sample of <see cref="ResumeLatency"/> is none here: hit by a fault, answered with a reset (RJ114
/// judges whether it was right), or ended by the user.</remarks>
internal static class ResumeSuccess
{
    public static ObjectiveSamples Of(TrialHistory history)
    {
        List<double> successes =
        [
            .. ResumeAttempts.Of(history).Select(attempt => attempt.Seconds).OfType<double>()
                .Select(seconds => double.IsFinite(seconds) ? 1.0 : 0.0),
        ];
        return successes.Count > 0 ? new(successes) : ObjectiveSamples.None(ResumeLatency.NoResume(null));
    }
}
