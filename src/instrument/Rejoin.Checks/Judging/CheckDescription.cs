namespace Rejoin.Checks;

/// <summary>One entry of the catalogue of checks.</summary>
public sealed record CheckDescription
{
    /// <summary>Id, such as <c>RJ101</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Name in one or two words, such as <c>lost</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Meaning: one sentence that is true of a service which passes.</summary>
    public required string Meaning { get; init; }

    /// <summary>What it can say against a service.</summary>
    public required CheckSeverity Severity { get; init; }

    /// <summary>Scenarios that use it; <c>all</c> = every one.</summary>
    public required IReadOnlyList<string> Scenarios { get; init; }

    /// <summary>The check itself; null for those that judge the samples of a run instead of one history
    /// (see <see cref="PercentileOverLimit"/>).</summary>
    public ICheck? Check { get; init; }

    /// <summary>What it is about: the first digit of its id.</summary>
    public CheckFamily Family => (CheckFamily)(Id[2] - '0');

    /// <summary>Whether a scenario uses it.</summary>
    public bool IsUsedBy(string scenario) => Scenarios.Contains("all") || Scenarios.Contains(scenario);
}
