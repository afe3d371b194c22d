namespace Rejoin.Checks;

/// <summary>What one trial tells about one objective.</summary>
/// <param name="Values">Samples in the unit of the measure; infinity stands for what never finished. Of
/// <c>resume-latency</c>, <c>context-restored</c> and <c>resume-success</c> one per attempt to resume, of the others
/// one per trial.</param>
/// <param name="Missing">Why there are none: part of a sentence; null if there are some.</param>
public sealed record ObjectiveSamples(IReadOnlyList<double> Values, string? Missing = null)
{
    /// <summary>The samples of an objective in a trial: a pure function of its history.</summary>
    /// <param name="objective">Objective of the contract.</param>
    /// <param name="contract">Contract, for its windows.</param>
    /// <param name="history">History of the trial.</param>
    public static ObjectiveSamples Of(Objective objective, Contract contract, TrialHistory history)
    {
        ArgumentNullException.ThrowIfNull(objective);
        ArgumentNullException.ThrowIfNull(contract);
        ArgumentNullException.ThrowIfNull(history);
        return objective.Measure switch
        {
            ObjectiveMeasure.ResumeLatency => ResumeLatency.Of(objective, contract.Windows, history),
            ObjectiveMeasure.ResumeLatencyRatio => ResumeLatencyRatio.Of(objective, history),
            ObjectiveMeasure.ContextRestored => ContextRestored.Of(objective, contract.Windows, history),
            ObjectiveMeasure.ResumeSuccess => ResumeSuccess.Of(history),
            ObjectiveMeasure.HeapGrowth => HeapGrowth.Of(history),
            ObjectiveMeasure.LatencyDrift => LatencyDrift.Of(history),
            _ => throw new System.Diagnostics.UnreachableException(objective.Measure.ToString()),
        };
    }

    internal static ObjectiveSamples None(string missing) => new([], missing);
}
