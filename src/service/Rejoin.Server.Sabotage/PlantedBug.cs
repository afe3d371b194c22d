namespace Rejoin.Server.Sabotage;

/// <summary>A bug that can be planted into a server from outside, and the check that must catch it.</summary>
/// <remarks>Whether and where it strikes depends on what happens within one session only, so the same conversation
/// meets it again. Immutable.</remarks>
public sealed record PlantedBug
{
    private readonly Func<TimeProvider, ServerSeams> seams;

    internal PlantedBug(Func<ServerSeams> seams) => this.seams = _ => seams();

    internal PlantedBug(Func<TimeProvider, ServerSeams> seams) => this.seams = seams;

    /// <summary>Name, such as <c>lose-acked</c>: lower-case words joined by hyphens, unique in the
    /// catalogue.</summary>
    public required string Id { get; init; }

    /// <summary>Id of the check that must catch it, such as <c>RJ101</c>, while no other check accuses
    /// anything.</summary>
    public required string Check { get; init; }

    /// <summary>Id of the scenario in which it is caught; <c>sweep</c> for one that only cuts at
    /// the same place of every connection catch; default <c>history</c>.</summary>
    public string Scenario { get; init; } = "history";

    /// <summary>Exit code of a run that catches it: 1, or 3 for a missed objective; default 1.</summary>
    public int Exit { get; init; } = 1;

    /// <summary>What the server does wrong: a clause without a subject.</summary>
    public required string Wrong { get; init; }

    /// <summary>Defence that is removed: a noun phrase.</summary>
    public required string Defence { get; init; }

    /// <summary>What it does and which defence it stands for, in one sentence.</summary>
    public string Summary => $"The server {Wrong}; removed: {Defence}.";

    /// <summary>Seams of one server with the bug in it; every call makes new ones, with a memory of their
    /// own.</summary>
    /// <param name="time">Clock on which a slow bug waits; null for the system's.</param>
    public ServerSeams Plant(TimeProvider? time = null) => seams(time ?? TimeProvider.System);
}
