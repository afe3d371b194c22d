using System.Globalization;
using Rejoin.Statistics;

namespace Rejoin.Checks;

/// <summary>The judging of objectives: samples of all trials in, one verdict out.</summary>
public static class ObjectiveJudge
{
    /// <summary>What samples say about an objective.</summary>
    /// <param name="objective">Objective of the contract.</param>
    /// <param name="trialsPerRound">Samples of each trial (<see cref="ObjectiveSamples.Of"/>), per round. A round
    /// without any sample leaves the verdict unknown, unless the others show that the limit is missed.</param>
    public static ObjectiveResult Judge(
        Objective objective, IReadOnlyList<IReadOnlyList<ObjectiveSamples>> trialsPerRound)
    {
        ArgumentNullException.ThrowIfNull(objective);
        ArgumentNullException.ThrowIfNull(trialsPerRound);
        IReadOnlyList<IReadOnlyList<double>> rounds =
            [.. trialsPerRound.Select(trials => trials.SelectMany(trial => trial.Values).ToList())];
        var (check, hint) = About(objective.Measure);
        var (verdict, estimate, reason, basis) = Evaluate(objective, rounds);
        if (verdict != Verdict.Fail && Missing(trialsPerRound) is { } missing)
        {
            (verdict, reason) = (Verdict.Unknown, missing);
        }

        var summary = ObjectiveText.Summary(objective, estimate, basis)
            + (reason is null ? string.Empty : $"; {reason}");
        return new()
        {
            Objective = objective,
            Check = check.Id,
            Verdict = verdict,
            Estimate = estimate,
            Reason = reason,
            Summary = summary,
            Finding = verdict != Verdict.Fail ? null : new()
            {
                Id = check.Id,
                Message = $"objective '{objective.Id}' missed: {summary}",
                Hint = hint,
                Evidence = [],
            },
        };
    }

    private static (CheckDescription Check, string Hint) About(ObjectiveMeasure measure) => measure switch
    {
        ObjectiveMeasure.ResumeLatency => (PercentileOverLimit.Description, PercentileOverLimit.Hint),
        ObjectiveMeasure.ResumeLatencyRatio => (RatioOverLimit.Description, RatioOverLimit.Hint),
        ObjectiveMeasure.ContextRestored or ObjectiveMeasure.ResumeSuccess =>
            (RateUnderLimit.Description, RateUnderLimit.HintOf(measure)),
        _ => (GrowthOverLimit.Description, GrowthOverLimit.HintOf(measure)),
    };

    private static (Verdict Verdict, Estimate Estimate, string? Reason, string Basis) Evaluate(
        Objective objective, IReadOnlyList<IReadOnlyList<double>> rounds)
    {
        var id = ObjectiveText.Name(objective);
        if (objective.Measure == ObjectiveMeasure.ResumeLatency)
        {
            var percentile = PercentileVerdict.Judge(
                rounds, objective.Percentile ?? 50, objective.Limit, objective.Confidence, id, "s");
            var basis = string.Create(CultureInfo.InvariantCulture,
                $"{percentile.Exceedances} of {percentile.Estimate.Samples} at or over it; ");
            return (percentile.Verdict, percentile.Estimate, percentile.Reason, basis);
        }

        var result = objective.Measure switch
        {
            ObjectiveMeasure.ResumeLatencyRatio =>
                RatioVerdict.Judge(rounds, objective.Limit, objective.Confidence, id),
            ObjectiveMeasure.ContextRestored or ObjectiveMeasure.ResumeSuccess =>
                RateVerdict.Judge(rounds, objective.Limit, objective.Confidence, id),
            _ => MeanVerdict.Judge(rounds, objective.Limit, objective.Confidence, id, string.Empty),
        };
        return (result.Verdict, result.Estimate, result.Reason, string.Empty);
    }

    private static string? Missing(IReadOnlyList<IReadOnlyList<ObjectiveSamples>> trialsPerRound)
    {
        var empty = trialsPerRound.Where(trials => trials.All(trial => trial.Values.Count == 0)).ToList();
        return empty.Count == 0
            ? null
            : string.Create(CultureInfo.InvariantCulture,
                $"{empty.Count} of {trialsPerRound.Count} rounds have no value: ")
                + (empty.SelectMany(trials => trials).FirstOrDefault()?.Missing ?? "no trial was carried out");
    }
}
