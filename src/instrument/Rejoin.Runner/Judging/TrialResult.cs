using Rejoin.Checks;

namespace Rejoin.Runner;

/// <summary>What is kept of a trial once its history is written.</summary>
internal sealed record TrialResult
{
    public required TrialHeader Header { get; init; }

    /// <summary>Outcome of each check.</summary>
    public required TrialJudgement Judgement { get; init; }

    /// <summary>Numbers of the trial.</summary>
    public required TrialNumbers Numbers { get; init; }

    /// <summary>Why the trial could not be carried out to its end; null if it could.</summary>
    public string? Broken { get; init; }

    public static TrialResult Of(TrialHistory history, Contract contract, string? broken) => new()
    {
        Header = history.Header,
        Judgement = Checks.Judge.Trial(
            history, contract, history.Header.Checks ?? CheckCatalogue.UsedBy(history.Header.Scenario)),
        Numbers = TrialNumbers.Of(history, contract),
        Broken = broken,
    };
}
