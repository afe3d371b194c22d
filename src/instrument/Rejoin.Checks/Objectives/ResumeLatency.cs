namespace Rejoin.Checks;

/// <summary>The samples of the measure <c>resume-latency</c>.</summary>
/// <remarks>An attempt that failed or never ended counts as positive infinity: what never finished is over every
/// limit. Attempts whose own connection a fault of the plan hit are left out, and so are those answered with a
/// reset, which restore nothing (RJ114 judges whether the reset was right).</remarks>
public static class ResumeLatency
{
    /// <summary>Seconds of each attempt to resume in a trial, in order: from its start to the end of its
    /// replay.</summary>
    public static IReadOnlyList<double> Seconds(TrialHistory history) =>
        Seconds(ResumeAttempts.Of(history));

    /// <summary>The same in groups that overlap: <c>stayed</c> and <c>moved</c> by place, <c>brief</c> and
    /// <c>medium</c> by the absence before; groups without samples are left out.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<double>> Groups(
        TrialHistory history, ContractWindows windows)
    {
        ArgumentNullException.ThrowIfNull(windows);
        var attempts = ResumeAttempts.Of(history);
        return new (string Name, IReadOnlyList<double> Seconds)[]
        {
            ("stayed", Seconds(attempts.Where(attempt => attempt.IsMoved == false))),
            ("moved", Seconds(attempts.Where(attempt => attempt.IsMoved == true))),
            ("brief", Seconds(attempts.Where(attempt => attempt.IsIn(AbsenceWindow.Brief, windows)))),
            ("medium", Seconds(attempts.Where(attempt => attempt.IsIn(AbsenceWindow.Medium, windows)))),
        }.Where(group => group.Seconds.Count > 0).ToDictionary(group => group.Name, group => group.Seconds);
    }

    internal static ObjectiveSamples Of(Objective objective, ContractWindows windows, TrialHistory history)
    {
        var seconds = Seconds(ResumeAttempts.Of(history)
            .Where(attempt => attempt.IsIn(objective.Absence, windows)));
        return seconds.Count > 0 ? new(seconds) : ObjectiveSamples.None(NoResume(objective.Absence));
    }

    internal static string NoResume(AbsenceWindow? window) => window is { } named
        ? $"no resume after a {EnumWords<AbsenceWindow>.Of(named)} absence was observed"
        : "no resume was observed";

    private static IReadOnlyList<double> Seconds(IEnumerable<ResumeAttempt> attempts) =>
        [.. attempts.Select(attempt => attempt.Seconds).OfType<double>()];
}
