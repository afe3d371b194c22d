using Rejoin.Checks;
using Rejoin.Statistics;

namespace Rejoin.Runner;

/// <summary>The judging of recorded histories, without a service.</summary>
public static class Rejudgement
{
    private const int ErrorsAtMost = 200;

    /// <summary>Judges histories of any origin.</summary>
    /// <param name="files">History files; each is one trial.</param>
    /// <param name="nameOf">Name of such a file, as findings name it.</param>
    /// <param name="contract">What the service promises.</param>
    /// <param name="recorded">Document of the run that they come from; null = they come from elsewhere.</param>
    /// <param name="isOwnContract">Whether the contract is that of the run folder.</param>
    /// <param name="toolVersion">Version of the tool.</param>
    /// <param name="time">Clock.</param>
    /// <returns>A document like that of a run; nothing is written.</returns>
    /// <exception cref="RejoinException">A file cannot be read as a history; the message names every error.</exception>
    public static RunDocument Judge(
        IReadOnlyList<string> files, Func<string, string> nameOf, Contract contract, RunDocument? recorded,
        bool isOwnContract, string toolVersion, TimeProvider time)
    {
        var started = time.GetUtcNow();
        var begun = time.GetTimestamp();
        var names = new Dictionary<TrialHeader, string>(ReferenceEqualityComparer.Instance);
        var trials = Read(files, contract, recorded, (header, file) => names[header] = nameOf(file));
        var isOneTrial = recorded is null ? trials.Count == 1 : recorded.Trial is not null;
        var context = new JudgingContext(contract, isOneTrial, Replays(recorded), header => names[header]);
        context = recorded?.Scenarios.Any(scenario => scenario.Sweep is not null) == true
            ? context with { IdleExcuse = JudgingContext.ConversationExcuse }
            : context;
        var order = (recorded?.Scenarios.Select(scenario => scenario.Id)
            ?? ScenarioCatalogue.List.Select(scenario => scenario.Id)).ToList();
        var outcomes = trials.GroupBy(trial => trial.Header.Scenario)
            .OrderBy(group => order.IndexOf(group.Key) is var at and >= 0 ? at : order.Count)
            .Select(group => ScenarioJudge.Judge(context, group.Key, [.. group.OrderBy(each => each.Header.Trial)]))
            .ToList();
        var findings = outcomes.SelectMany(outcome => outcome.Findings).ToList();
        var scenarios = MissingTrials.Told(
            [.. outcomes.Select(outcome => outcome.Document)], recorded?.Scenarios ?? []);
        var verdict = scenarios.Select(scenario => scenario.Verdict).Worst();
        var interrupted = recorded?.Interrupted == true;
        verdict = interrupted ? verdict.And(Verdict.Unknown) : verdict;
        var judged = new RunDocument
        {
            Tool = toolVersion,
            Started = started,
            DurationMs = (long)time.GetElapsedTime(begun).TotalMilliseconds,
            Verdict = verdict,
            ExitCode = ExitCodes.Of(verdict, findings),
            Interrupted = interrupted,
            Seed = recorded?.Seed ?? new Seed(trials.Select(trial => trial.Header.Seed).FirstOrDefault()).ToString(),
            Rounds = recorded?.Rounds ?? trials.Select(trial => trial.Header.Round).Distinct().Count(),
            Trial = recorded?.Trial,
            Sabotage = recorded?.Sabotage,
            Target = recorded?.Target ?? new TargetDocument
            {
                Description = "histories", Service = contract.Service, Driver = "unknown", FreshProcessPerRound = false,
            },
            Environment = recorded?.Environment ?? EnvironmentDocument.Here(),
            Scenarios = scenarios,
            Findings = RunSummary.WorstFirst(findings),
        };
        return recorded is null ? judged
            : judged with { Rejudged = RecordedComparison.Of(recorded, judged, isOwnContract) };
    }

    private static Func<string, int?, string?> Replays(RunDocument? recorded)
    {
        var replays = (recorded?.Findings ?? []).Where(finding => finding.Replay is not null)
            .DistinctBy(finding => (finding.Scenario, finding.Trial))
            .ToDictionary(finding => (finding.Scenario, finding.Trial), finding => finding.Replay);
        return (scenario, trial) => replays.GetValueOrDefault((scenario, trial));
    }

    private static List<TrialResult> Read(
        IReadOnlyList<string> files, Contract contract, RunDocument? recorded, Action<TrialHeader, string> read)
    {
        var broken = (recorded?.Scenarios ?? [])
            .SelectMany(scenario => scenario.BrokenTrials.Select(trial => (scenario.Id, trial)))
            .DistinctBy(pair => (pair.Id, pair.trial.Trial))
            .ToDictionary(pair => (pair.Id, pair.trial.Trial), pair => pair.trial.Reason);
        var trials = new List<TrialResult>();
        var errors = new List<HistoryError>();
        foreach (var file in files)
        {
            var content = HistoryReader.ReadFile(file);
            errors.AddRange(content.Errors);
            if (content.Errors.Count == 0 && content.History is { } history)
            {
                read(history.Header, file);
                var key = (history.Header.Scenario, history.Header.Trial);
                trials.Add(TrialResult.Of(history, contract, broken.GetValueOrDefault(key)));
            }
        }

        if (errors.Count > 0)
        {
            throw new RejoinException(
                "Not every history can be read:"
                    + string.Concat(errors.Take(ErrorsAtMost).Select(error => $"\n  {error}"))
                    + (errors.Count > ErrorsAtMost ? $"\n  and {errors.Count - ErrorsAtMost} more errors" : ""),
                "Restore the files, or leave them out; the format is described in docs/reference/history.md.");
        }

        return trials.Count > 0 ? trials : throw new RejoinException(
            "There is no history to judge.", "Give a run folder, or a folder or file of histories (.jsonl).");
    }
}
