namespace Rejoin.Runner;

/// <summary>A finding, with everything needed to look at it and to repeat it.</summary>
public sealed record FindingDocument
{
    /// <summary>Check.</summary>
    public required string Id { get; init; }

    /// <summary>"fail" or "objective".</summary>
    public required string Severity { get; init; }

    /// <summary>Scenario.</summary>
    public required string Scenario { get; init; }

    /// <summary>Trial; absent if it is about several.</summary>
    public int? Trial { get; init; }

    /// <summary>What happened and where.</summary>
    public required string Message { get; init; }

    /// <summary>What to do or where to look.</summary>
    public required string Hint { get; init; }

    /// <summary>Lines of the history: <c>file:line</c>.</summary>
    public required IReadOnlyList<string> Evidence { get; init; }

    /// <summary>Command that repeats the trial, or the scenario with all its rounds if it is about several; absent if
    /// there is none.</summary>
    public string? Replay { get; init; }
}
