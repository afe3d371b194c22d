using Rejoin.Runner.Scenarios.History;

namespace Rejoin.Runner;

/// <summary>Every scenario that exists.</summary>
public static class ScenarioCatalogue
{
    /// <summary>Id and summary of each, in the order in which a run takes them.</summary>
    public static IReadOnlyList<(string Id, string Summary)> List { get; } =
        [.. All.Select(scenario => (scenario.Id, scenario.Summary))];

    internal static IReadOnlyList<IScenario> All => [new HistoryScenario()];
}
