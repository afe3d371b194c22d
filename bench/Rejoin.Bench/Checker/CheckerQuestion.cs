using System.Diagnostics;
using Rejoin.Checks;
using Rejoin.Statistics;

namespace Rejoin.Bench;

/// <summary>How fast histories are judged, and whether the time grows with the history and not faster.</summary>
internal static class CheckerQuestion
{
    private const int Lines = 200_000;
    private const int Sessions = 20;
    private const int Pieces = 100;

    /// <summary>Measures and prints; true if the goal was met.</summary>
    public static Task<bool> RunAsync(int rounds, TextWriter output)
    {
        TrialHistory[] one = [SyntheticHistory.Make(trial: 1, Sessions, Lines, turnsPerRead: 200)];
        TrialHistory[] many = [.. Enumerable.Range(1, Pieces).Select(
            trial => SyntheticHistory.Make(trial, Sessions / 5, Lines / Pieces, turnsPerRead: 20))];
        var contract = BuiltInContracts.Reference();
        var checks = CheckCatalogue.UsedBy("history");
        return Comparison.RunAsync(
            new("checker", $"history events a second through index, {checks.Count} checks and merge, on one thread",
                "events/s", Goal: 200_000, AtLeast: true, GoalSubject.First),
            new($"one of {Lines:#,0}", () => Task.FromResult(Measure(one, contract, checks))),
            new($"{Pieces} of {Lines / Pieces:#,0}", () => Task.FromResult(Measure(many, contract, checks))),
            rounds, output);
    }

    private static double Measure(TrialHistory[] histories, Contract contract, IReadOnlyList<string> checks)
    {
        GC.Collect();
        var clock = Stopwatch.StartNew();
        var results = Judge.Merge(contract, checks, histories.Select(each => Judge.Trial(each, contract, checks)));
        var elapsed = clock.Elapsed;

        // A history that nothing was found in because nothing was looked at would be judged fast, too.
        foreach (var result in results.Where(result => result.Verdict is not (Verdict.Pass or null)))
        {
            var reason = result.Findings.Select(finding => finding.Finding.Message).Concat(result.Unknowns)
                .FirstOrDefault("not exercised");
            throw new InvalidOperationException($"The history is correct, but {result.Check.Id} says: {reason}");
        }

        return histories.Sum(history => (long)history.Events.Count) / elapsed.TotalSeconds;
    }
}
