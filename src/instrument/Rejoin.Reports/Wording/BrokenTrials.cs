using Rejoin.Runner;

namespace Rejoin.Reports;

/// <summary>Trials that were not carried out to their end, those of one scenario with one reason together.</summary>
/// <param name="Where">The trials in words: <c>trials 49-56 of history</c>.</param>
/// <param name="Count">How many.</param>
/// <param name="Reason">Why.</param>
internal sealed record BrokenTrials(string Where, int Count, string Reason)
{
    public static IReadOnlyList<BrokenTrials> Of(RunDocument run) =>
    [
        .. from scenario in run.Scenarios
           from reason in scenario.BrokenTrials.GroupBy(trial => trial.Reason)
           let trials = reason.Select(trial => (long)trial.Trial).Order().ToList()
           let noun = trials.Count == 1 ? "trial" : "trials"
           select new BrokenTrials(
               $"{noun} {NumberRanges.Of(trials, ", ")} of {scenario.Id}", trials.Count, reason.Key),
    ];
}
