using System.Text.Json;
using Rejoin.Drivers;
using Rejoin.Runner.Scenarios.Absence;
using Rejoin.Runner.Scenarios.AgentState;
using Rejoin.Runner.Scenarios.History;
using Rejoin.Runner.Scenarios.Location;
using Rejoin.Runner.Scenarios.Repeated;

namespace Rejoin.Runner;

/// <summary>Every scenario that exists.</summary>
public static class ScenarioCatalogue
{
    /// <summary>Id and summary of each, in the order in which a run takes them.</summary>
    public static IReadOnlyList<(string Id, string Summary)> List { get; } =
        [.. All.Select(scenario => (scenario.Id, scenario.Summary))];

    /// <summary>Operations that a scenario needs and a driver does not offer, as files name them.</summary>
    /// <exception cref="ArgumentException">There is no such scenario.</exception>
    public static IReadOnlyList<string> MissingOperations(string id, DriverDescription driver) =>
    [
        .. Find(id).Needs.Where(each => !driver.Operations.Contains(each))
            .Select(each => JsonNamingPolicy.CamelCase.ConvertName($"{each}")),
    ];

    /// <summary>Scenario with an id.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    internal static IScenario Find(string id) => All.FirstOrDefault(scenario => scenario.Id == id)
        ?? throw new ArgumentException($"There is no scenario '{id}'.", nameof(id));

    internal static IReadOnlyList<IScenario> All =>
    [
        new HistoryScenario(), new AgentStateScenario(), new LocationScenario(), new RepeatedScenario(),
        new AbsenceScenario(),
    ];
}
