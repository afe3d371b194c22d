using Rejoin.Checks;
using Rejoin.Drivers;

namespace Rejoin.Runner;

/// <summary>What to run, against what, and how.</summary>
public sealed record RunOptions
{
    /// <summary>Rounds unless a command says otherwise.</summary>
    public const int DefaultRounds = 5;

    /// <summary>Service under test.</summary>
    public required ITarget Target { get; init; }

    /// <summary>Driver of its protocol.</summary>
    public required IDriver Driver { get; init; }

    /// <summary>What the service promises.</summary>
    public required Contract Contract { get; init; }

    /// <summary>Folder that the run is written to.</summary>
    public required RunFolder Folder { get; init; }

    /// <summary>Seed of every random choice.</summary>
    public required Seed Seed { get; init; }

    /// <summary>Scenarios, by id, in the order in which they are run; default all.</summary>
    public IReadOnlyList<string> Scenarios { get; init; } = [.. ScenarioCatalogue.List.Select(each => each.Id)];

    /// <summary>Scenarios that were left out because they cannot be carried out, a sentence for each; default
    /// none.</summary>
    public IReadOnlyList<string> NotJudged { get; init; } = [];

    /// <summary>Rounds; 1 or more, default 5. Fewer than 5 leave objectives unknown.</summary>
    public int Rounds { get; init; } = DefaultRounds;

    /// <summary>Trials of a scenario in one round; null = as many as the scenario wants.</summary>
    public int? TrialsPerRound { get; init; }

    /// <summary>The one trial to repeat; null = all.</summary>
    public int? OnlyTrial { get; init; }

    /// <summary>Whether the contract's windows are those of a service that was started with shorter ones.</summary>
    public bool AreWindowsScaled { get; init; }

    /// <summary>Trials at the same time; 1 or more, default 8.</summary>
    public int Parallel { get; init; } = 8;

    /// <summary>Planted bug of the target; null = none.</summary>
    public string? Sabotage { get; init; }

    /// <summary>Arguments that name the target again in a command that repeats a trial; default none.</summary>
    public string TargetArguments { get; init; } = string.Empty;

    /// <summary>Version of the tool.</summary>
    public required string ToolVersion { get; init; }

    /// <summary>Clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
