using Rejoin.Statistics;

namespace Rejoin.Checks;

/// <summary>What the checks found in one trial.</summary>
public sealed record TrialJudgement
{
    /// <summary>What the trial is.</summary>
    public required TrialHeader Trial { get; init; }

    /// <summary>One judgement per check that the contract lets judge, in the order in which they were asked
    /// for.</summary>
    public required IReadOnlyList<Judgement> Judgements { get; init; }

    /// <summary>Whether a check found something.</summary>
    public bool HasFindings => Judgements.Any(judgement => judgement.Verdict == Verdict.Fail);
}
