using Rejoin.Runner;
using Rejoin.Server;
using Rejoin.Server.Sabotage;

namespace Rejoin.Cli;

/// <summary>The bugs that can be planted into the embedded service.</summary>
internal static class SabotageSource
{
    private const string Sweep = "sweep";

    /// <summary>Every planted bug, as it is listed.</summary>
    public static IReadOnlyList<SabotageEntry> Entries() =>
    [
        .. SabotageCatalogue.All.Select(bug =>
            new SabotageEntry(bug.Id, bug.Check, bug.Scenario, bug.Exit, bug.Summary)),
    ];

    /// <summary>The bug of that name.</summary>
    /// <exception cref="RejoinException">There is none.</exception>
    public static PlantedBug Require(string name) => SabotageCatalogue.Find(name) ?? throw new RejoinException(
        $"--sabotage is '{name}', which is no planted bug.",
        $"{Nearest.Question([name], [.. SabotageCatalogue.All.Select(bug => bug.Id)])}'rejoin list sabotage' lists "
            + "what there is.");

    /// <summary>The scenario in which the bug of that name is caught.</summary>
    /// <exception cref="RejoinException">There is no such bug, or only a sweep catches it.</exception>
    public static string RequireScenario(string name) => Require(name).Scenario is var scenario && scenario != Sweep
        ? scenario
        : throw new RejoinException(
            $"--sabotage is '{name}', and no scenario catches that bug.",
            $"A sweep does: 'rejoin sweep --persistent --sabotage {name}'.");

    /// <summary>Seams of one server with that bug, and everything else as given.</summary>
    public static ServerSeams Plant(string name, ServerSeams seams) =>
        Require(name).Plant() with { Logging = seams.Logging };
}
