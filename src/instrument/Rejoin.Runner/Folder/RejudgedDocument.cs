using Rejoin.Statistics;

namespace Rejoin.Runner;

/// <summary>How a judgement compares with the one that was recorded before it.</summary>
public sealed record RejudgedDocument
{
    /// <summary>Version of the tool that made the recorded judgement.</summary>
    public required string Tool { get; init; }

    /// <summary>Start of the recorded run or judgement, UTC.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>Verdict that was recorded.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>Exit code that was recorded.</summary>
    public required int ExitCode { get; init; }

    /// <summary>What came out otherwise; empty = the judgement is the same.</summary>
    public required IReadOnlyList<DifferenceDocument> Differences { get; init; }

    /// <summary>What may explain the differences, one sentence each; empty if there are none.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }
}
