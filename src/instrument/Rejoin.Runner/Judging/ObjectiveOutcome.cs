using Rejoin.Checks;
using Rejoin.Statistics;

namespace Rejoin.Runner;

/// <summary>The objectives of a scenario.</summary>
internal sealed record ObjectiveOutcome(
    IReadOnlyList<ObjectiveDocument> Documents, IReadOnlyList<FindingDocument> Findings)
{
    private const string NoRecoveryId = "RJ701";

    public static ObjectiveOutcome Of(JudgingContext context, string scenario, IReadOnlyList<TrialResult> trials)
    {
        var documents = new List<ObjectiveDocument>();
        var findings = new List<FindingDocument>();
        foreach (var objective in context.Contract.Objectives.Where(each => each.Scenario == scenario))
        {
            IReadOnlyList<IReadOnlyList<ObjectiveSamples>> rounds =
            [
                .. trials.GroupBy(trial => trial.Header.Round)
                    .OrderBy(round => round.Key)
                    .Select(round => round.Select(trial => trial.Numbers.Objectives[objective.Id]).ToList()),
            ];
            var result = Excused(ObjectiveJudge.Judge(objective, rounds), trials);
            documents.Add(Document(context, result));
            if (!context.IsOneTrial && result.Finding is { } finding)
            {
                findings.Add(new FindingDocument
                {
                    Id = finding.Id, Severity = "objective", Scenario = scenario, Message = finding.Message,
                    Hint = finding.Hint, Evidence = [], Replay = context.Replay(scenario, null),
                });
            }
        }

        return new ObjectiveOutcome(documents, findings);
    }

    /// <summary>A resume that never succeeds counts as infinitely slow; where a check accuses the service of refusing
    /// them, its slowness is the same thing said twice.</summary>
    private static ObjectiveResult Excused(ObjectiveResult result, IReadOnlyList<TrialResult> trials)
    {
        var isRefused = trials.Any(trial => trial.Judgement.Judgements.Any(
            each => each is { Check: NoRecoveryId, Findings.Count: > 0 }));
        var hasNoValue = result.Estimate.Value is not { } value || !double.IsFinite(value);
        return isRefused && hasNoValue && result.Verdict == Verdict.Fail
            ? result with
            {
                Verdict = Verdict.Unknown, Finding = null, Reason = "the resumes that failed leave no time to judge; "
                    + $"see {NoRecoveryId}",
            }
            : result;
    }

    private static ObjectiveDocument Document(JudgingContext context, ObjectiveResult result)
    {
        var estimate = result.Estimate;
        var (scale, unit) = result.Objective.Unit switch
        {
            LimitUnit.Seconds => (1000.0, "ms"),
            LimitUnit.Ratio => (1.0, "×"),
            _ => (100.0, "%"),
        };
        return new ObjectiveDocument
        {
            Id = result.Objective.Id,
            Measure = estimate.Id,
            Check = result.Check,
            Verdict = context.IsOneTrial ? null : result.Verdict,
            Estimate = estimate.Value * scale,
            Low = estimate.Low * scale,
            High = estimate.High * scale,
            Confidence = estimate.Confidence,
            Limit = result.Objective.Limit * scale,
            Direction = result.Objective.Direction,
            Unit = unit,
            Samples = estimate.Samples,
            Rounds = estimate.Rounds,
            DesignEffect = estimate.DesignEffect,
            Reason = context.IsOneTrial ? "one trial says nothing about rounds"
                : result.Reason ?? result.Summary,
        };
    }
}
