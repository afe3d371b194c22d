using Rejoin.Checks;
using Rejoin.Statistics;

namespace Rejoin.Runner;

/// <summary>One check over all trials of a scenario, as a run folder tells it.</summary>
internal static class CheckOutcome
{
    public static CheckDocument Of(CheckResult result, JudgingContext context)
    {
        var idle = result.Opportunities == 0 && result.Findings.Count == 0 && result.Unknowns.Count == 0;
        var excused = idle && context.IdleExcuse is not null;
        return new CheckDocument
        {
            Id = result.Check.Id,
            Name = result.Check.Name,
            Verdict = excused ? null : result.Verdict,
            Opportunities = result.Opportunities,
            Findings = result.Findings.Count,
            Reason = result.NotJudgedBecause
                ?? (result.Verdict != Verdict.Unknown ? null
                    : excused ? context.IdleExcuse
                    : idle ? "not exercised: no trial gave it anything to judge"
                    : result.Unknowns[0]),
        };
    }
}
