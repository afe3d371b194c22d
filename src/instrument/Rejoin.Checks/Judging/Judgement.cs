using Rejoin.Statistics;

namespace Rejoin.Checks;

/// <summary>What one check found in one history.</summary>
public sealed record Judgement
{
    /// <summary>Id of the check.</summary>
    public required string Check { get; init; }

    /// <summary>Times that the history gave the check something to judge; 0 = not exercised.</summary>
    public required long Opportunities { get; init; }

    /// <summary>What is otherwise than promised.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>Why something could not be judged, one sentence each; not exercised is not listed here.</summary>
    public IReadOnlyList<string> Unknowns { get; init; } = [];

    /// <summary>Fail with a finding; unknown if something could not be judged or nothing was exercised; else
    /// pass.</summary>
    public Verdict Verdict => Findings.Count > 0 ? Verdict.Fail
        : Unknowns.Count > 0 || Opportunities == 0 ? Verdict.Unknown
        : Verdict.Pass;
}
