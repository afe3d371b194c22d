using Rejoin.Statistics;

namespace Rejoin.Runner;

/// <summary>The outcome of one check in one scenario.</summary>
public sealed record CheckDocument
{
    /// <summary>Check.</summary>
    public required string Id { get; init; }

    /// <summary>Name of the check.</summary>
    public required string Name { get; init; }

    /// <summary>Verdict; absent if the check was not judged.</summary>
    public Verdict? Verdict { get; init; }

    /// <summary>Times that the check had something to judge.</summary>
    public required long Opportunities { get; init; }

    /// <summary>Findings.</summary>
    public required int Findings { get; init; }

    /// <summary>Why it is unknown or not judged: one sentence.</summary>
    public string? Reason { get; init; }
}
