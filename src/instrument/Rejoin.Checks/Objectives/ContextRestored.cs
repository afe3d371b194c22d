namespace Rejoin.Checks;

/// <summary>The samples of the measure <c>context-restored</c>: of what was known before a resume, the share that the
/// first reads after it show unchanged.</summary>
/// <remarks>Known are: messages that were acknowledged, replies that were handed over, the newest acknowledged value of
/// each key, and workflow steps whose completion was handed over. A resume answered with a reset restores nothing and
/// is left out, and so is one after which a read is missing that would show some of it.</remarks>
internal static class ContextRestored
{
    public static ObjectiveSamples Of(Objective objective, ContractWindows windows, TrialHistory history)
    {
        var resumes = ResumeAttempts.Of(history)
            .Where(attempt => double.IsFinite(attempt.Seconds ?? double.NaN)
                && attempt.IsIn(objective.Absence, windows))
            .Select(attempt => attempt.Call.End!.Index).ToHashSet();
        if (resumes.Count == 0)
        {
            return ObjectiveSamples.None(ResumeLatency.NoResume(objective.Absence));
        }

        var sessions = history.Events.Where(line => line.Session is not null).GroupBy(line => line.Session);
        List<double> shares = [.. sessions.SelectMany(session => new RestoredContexts(resumes).Of(session))];
        return shares.Count > 0
            ? new ObjectiveSamples(shares)
            : ObjectiveSamples.None("no reads of the history and the context followed such a resume");
    }
}
