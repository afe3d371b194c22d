using Rejoin.Checks;

namespace Rejoin.Runner;

/// <summary>The objectives of a scenario.</summary>
internal sealed record ObjectiveOutcome(
    IReadOnlyList<ObjectiveDocument> Documents, IReadOnlyList<FindingDocument> Findings)
{
    private const double MsPerSecond = 1000;

    public static ObjectiveOutcome Of(JudgingContext context, string scenario, IReadOnlyList<TrialResult> trials)
    {
        var documents = new List<ObjectiveDocument>();
        var findings = new List<FindingDocument>();
        IReadOnlyList<IReadOnlyList<double>> rounds =
        [
            .. trials.GroupBy(trial => trial.Header.Round)
                .OrderBy(round => round.Key)
                .Select(round => round.SelectMany(trial => trial.Numbers.ResumeSeconds).ToList()),
        ];
        foreach (var objective in context.Contract.Objectives.Where(each => each.Scenario == scenario))
        {
            var result = PercentileOverLimit.Judge(objective, rounds);
            documents.Add(Document(context, result));
            if (!context.IsOneTrial && result.Finding is { } finding)
            {
                findings.Add(new FindingDocument
                {
                    Id = finding.Id, Severity = "objective", Scenario = scenario, Message = finding.Message,
                    Hint = finding.Hint, Evidence = [],
                });
            }
        }

        return new ObjectiveOutcome(documents, findings);
    }

    private static ObjectiveDocument Document(JudgingContext context, ObjectiveResult result)
    {
        var estimate = result.Statistics.Estimate;
        return new ObjectiveDocument
        {
            Id = result.Objective.Id,
            Measure = estimate.Id,
            Verdict = context.IsOneTrial ? null : result.Verdict,
            Estimate = estimate.Value * MsPerSecond,
            Low = estimate.Low * MsPerSecond,
            High = estimate.High * MsPerSecond,
            Confidence = estimate.Confidence,
            Limit = result.Statistics.Limit * MsPerSecond,
            Unit = "ms",
            Samples = estimate.Samples,
            DesignEffect = estimate.DesignEffect,
            Reason = context.IsOneTrial ? "one trial says nothing about a percentile" : result.Summary,
        };
    }
}
