namespace Rejoin.Runner;

/// <summary>The service under test, as a run folder names it.</summary>
public sealed record TargetDocument
{
    /// <summary>Kind and place in words.</summary>
    public required string Description { get; init; }

    /// <summary>Name that the contract gives the service.</summary>
    public required string Service { get; init; }

    /// <summary>Driver and version of the client that it drives.</summary>
    public required string Driver { get; init; }

    /// <summary>Whether every round had a service process of its own.</summary>
    public required bool FreshProcessPerRound { get; init; }

    /// <summary>What the numbers of this run do not cover, and limits that were raised; one sentence each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
