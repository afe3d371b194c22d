using System.Collections.Concurrent;
using Rejoin.Checks;

namespace Rejoin.Runner;

/// <summary>The execution of a run: rounds of trials, judged and written down.</summary>
public static class RunExecutor
{
    /// <summary>Runs what the options say.</summary>
    /// <param name="options">What to run.</param>
    /// <param name="observer">Receiver of progress.</param>
    /// <param name="cancellation">Stops the run: what was done is judged and written, marked interrupted.</param>
    /// <returns>The document that was written to the run folder.</returns>
    /// <exception cref="RejoinException">The target cannot be started or reached.</exception>
    public static async Task<RunDocument> RunAsync(
        RunOptions options, IRunObserver observer, CancellationToken cancellation)
    {
        var started = options.Time.GetUtcNow();
        var begun = options.Time.GetTimestamp();
        await File.WriteAllTextAsync(
            options.Folder.ContractPath, ContractWriter.Write(options.Contract), cancellation).ConfigureAwait(false);
        var scenarios = new List<ScenarioDocument>();
        var findings = new List<FindingDocument>();
        var services = new RoundServices(options.Target);
        await using var ended = services.ConfigureAwait(false);
        foreach (var scenario in options.Scenarios.Select(ScenarioCatalogue.Find))
        {
            var scenarioBegun = options.Time.GetTimestamp();
            var trials = await ScenarioAsync(options, services, scenario, observer, cancellation)
                .ConfigureAwait(false);
            var outcome = ScenarioJudge.Judge(JudgingContext.Of(options), scenario.Id, trials);
            scenarios.Add(outcome.Document with
            {
                DurationMs = (long)options.Time.GetElapsedTime(scenarioBegun).TotalMilliseconds,
            });
            findings.AddRange(outcome.Findings);
            if (cancellation.IsCancellationRequested)
            {
                break;
            }
        }

        var document = RunSummary.Of(
            options, started, options.Time.GetElapsedTime(begun), scenarios, findings,
            cancellation.IsCancellationRequested);
        options.Folder.Write(document);
        return document;
    }

    private static async Task<IReadOnlyList<TrialResult>> ScenarioAsync(
        RunOptions options, RoundServices services, IScenario scenario, IRunObserver observer,
        CancellationToken cancellation)
    {
        var perRound = options.TrialsPerRound ?? scenario.TrialsPerRound;
        // A trial draws everything from the seed and its own number, so one can be repeated without the others.
        IReadOnlyList<IReadOnlyList<int>> rounds = options.OnlyTrial is { } only
            ? [[only]]
            : [.. Enumerable.Range(1, perRound * options.Rounds).Chunk(perRound)];
        observer.ScenarioStarted(scenario.Id, rounds.Sum(trials => trials.Count));
        var results = new ConcurrentBag<TrialResult>();
        var absence = scenario.LongestAbsence(options.Contract.Windows);
        if (absence > TimeSpan.Zero && !options.Target.CanMoveTime)
        {
            observer.RealWaitStarted(scenario.Id, absence);
            await Task.WhenAll(rounds.Select((trials, at) => GuardedAsync(at + 1, trials, trials.Count)))
                .ConfigureAwait(false);
        }
        else
        {
            for (var round = 1; round <= rounds.Count && !cancellation.IsCancellationRequested; round++)
            {
                var trials = rounds[round - 1];
                await GuardedAsync(round, trials, Degree(options, scenario, trials.Count)).ConfigureAwait(false);
            }
        }

        return [.. results.OrderBy(result => result.Header.Trial)];

        async Task GuardedAsync(int round, IReadOnlyList<int> trials, int parallel)
        {
            try
            {
                await services.UseAsync(
                    scenario.Id,
                    round,
                    instance => RoundAsync(
                        options, scenario, instance, round, trials, parallel, results, observer, cancellation),
                    cancellation).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                // Interrupted, or the service is gone: the trials that were under way say which.
            }
        }
    }

    // Trials that wait for one clock wait together.
    private static int Degree(RunOptions options, IScenario scenario, int trials) =>
        scenario.OwnsService ? 1
        : scenario.LongestAbsence(options.Contract.Windows) > TimeSpan.Zero ? trials
        : options.Parallel;

    private static async Task RoundAsync(
        RunOptions options, IScenario scenario, ITargetInstance instance, int round, IReadOnlyList<int> trials,
        int parallel, ConcurrentBag<TrialResult> results, IRunObserver observer, CancellationToken cancellation)
    {
        // What is left of a round is worth nothing once its service is gone.
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation, instance.Gone);
        var degree = new ParallelOptions { MaxDegreeOfParallelism = parallel, CancellationToken = ending.Token };
        var clock = new RoundClock(instance.Control, options.Time);
        observer.ServiceStarted(scenario.Id, round, instance.Endpoint);
        await Parallel.ForEachAsync(trials, degree, async (trial, stop) =>
        {
            var result = await TrialRunner.RunAsync(options, scenario, instance, clock, round, trial, ending.Token)
                .ConfigureAwait(false);
            results.Add(result);
            var findings = result.Judgement.Judgements.Sum(each => each.Findings.Count);
            observer.TrialEnded(scenario.Id, trial, result.Numbers.Resumes, findings);
        }).ConfigureAwait(false);
    }
}
