namespace Rejoin.Checks;

/// <summary>What a trial is: the first line of its history.</summary>
public sealed record TrialHeader
{
    /// <summary>Version of the format; the one that this code reads and writes.</summary>
    public const string CurrentSchema = "rejoin.history/1";

    /// <summary>Schema of the file.</summary>
    public string Schema { get; init; } = CurrentSchema;

    /// <summary>Scenario.</summary>
    public required string Scenario { get; init; }

    /// <summary>Trial number in its scenario, 1-based.</summary>
    public required int Trial { get; init; }

    /// <summary>Round that the trial belongs to, 1-based.</summary>
    public required int Round { get; init; }

    /// <summary>Seed of the run; every random choice of the trial comes from it and the trial number.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Ids of the checks that judge the trial; null = those of the scenario.</summary>
    public IReadOnlyList<string>? Checks { get; init; }

    /// <summary>Sessions of the trial.</summary>
    public required IReadOnlyList<SessionHeader> Sessions { get; init; }
}
