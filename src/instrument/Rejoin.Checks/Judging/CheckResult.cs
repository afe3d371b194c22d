using Rejoin.Statistics;

namespace Rejoin.Checks;

/// <summary>What one check says of many trials.</summary>
public sealed record CheckResult
{
    /// <summary>The check.</summary>
    public required CheckDescription Check { get; init; }

    /// <summary>Why the contract does not let it judge; null if it does.</summary>
    public string? NotJudgedBecause { get; init; }

    /// <summary>Times that the trials gave it something to judge; 0 = not exercised.</summary>
    public long Opportunities { get; init; }

    /// <summary>Findings in the order of trials.</summary>
    public IReadOnlyList<TrialFinding> Findings { get; init; } = [];

    /// <summary>Why something could not be judged, one sentence each, with the trial; at most 20.</summary>
    public IReadOnlyList<string> Unknowns { get; init; } = [];

    /// <summary>Fail with a finding; else unknown if something could not be judged or nothing was exercised in any
    /// trial; else pass. Null if not judged: then it has no effect.</summary>
    public Verdict? Verdict => NotJudgedBecause is not null ? null
        : Findings.Count > 0 ? Statistics.Verdict.Fail
        : Unknowns.Count > 0 || Opportunities == 0 ? Statistics.Verdict.Unknown
        : Statistics.Verdict.Pass;
}
