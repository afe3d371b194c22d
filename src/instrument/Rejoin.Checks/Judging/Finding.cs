namespace Rejoin.Checks;

/// <summary>One observation that is otherwise than promised.</summary>
public sealed record Finding
{
    /// <summary>Id of the check.</summary>
    public required string Id { get; init; }

    /// <summary>Session of the trial, by its label; null if it concerns none.</summary>
    public string? Session { get; init; }

    /// <summary>What happened and where: one sentence with ids quoted; never holds a token.</summary>
    public required string Message { get; init; }

    /// <summary>What to do or where to look: one sentence.</summary>
    public required string Hint { get; init; }

    /// <summary>Lines of the history that show it, by index, ascending; at most 20.</summary>
    public required IReadOnlyList<long> Evidence { get; init; }
}
