namespace Rejoin.Runner;

/// <summary>Elements of lists that are null: the one thing that the JSON reader lets through and nobody
/// writes.</summary>
internal static class NullElement
{
    /// <summary>Name of the first list with one; null = there is none.</summary>
    public static string? In(RunDocument run) =>
        Of(run.Scenarios, "scenarios") ?? Of(run.Findings, "findings") ?? Of(run.Target.Notes, "target.notes")
        ?? run.Scenarios.Select(In).Concat(run.Findings.Select(finding => Of(finding.Evidence, "findings.evidence")))
            .FirstOrDefault(name => name is not null);

    private static string? In(ScenarioDocument scenario) =>
        Of(scenario.Checks, "scenarios.checks") ?? Of(scenario.Objectives, "scenarios.objectives")
        ?? Of(scenario.BrokenTrials, "scenarios.brokenTrials") ?? Of(scenario.Estimates, "scenarios.estimates");

    private static string? Of<T>(IReadOnlyList<T> list, string name)
        where T : class => list.Any(each => each is null) ? name : null;
}
