using System.Globalization;
using Rejoin.Checks;
using Rejoin.Statistics;

namespace Rejoin.Runner;

/// <summary>The repetition of one recorded trial, and the comparison of what it did.</summary>
public static class ReplayExecutor
{
    /// <summary>Replays.</summary>
    /// <param name="options">What to replay.</param>
    /// <param name="observer">Receiver of progress.</param>
    /// <param name="cancellation">Stops the replay.</param>
    /// <returns>The document that was written to the run folder.</returns>
    /// <exception cref="RejoinException">The target cannot be started or reached, or the plan holds a conversation or
    /// faults that this tool cannot read.</exception>
    public static async Task<RunDocument> RunAsync(
        ReplayOptions options, IRunObserver observer, CancellationToken cancellation)
    {
        var (run, plan) = (options.Run, options.Plan);
        var started = run.Time.GetUtcNow();
        var begun = run.Time.GetTimestamp();
        var script = plan.ReadConversation();
        var faults = plan.ReadFaults();
        var repeats = TracePath.Repeats(faults);
        var scenario = new ScriptScenario(
            script, faults, ConversationChecks.Of(script, expectsFaults: true, repeats));
        await File.WriteAllTextAsync(run.Folder.ContractPath, plan.Contract, cancellation).ConfigureAwait(false);
        await File.WriteAllTextAsync(run.Folder.ConversationPath, plan.Conversation, cancellation)
            .ConfigureAwait(false);
        var services = new RoundServices(run.Target);
        await using var ended = services.ConfigureAwait(false);
        TrialResult? result = null;
        IReadOnlyList<string> path = [];
        observer.ScenarioStarted(scenario.Id, 1);
        await services.UseAsync(
            scenario.Id,
            round: 1,
            async instance =>
            {
                var clock = new RoundClock(instance.Control, run.Time);
                result = await TrialRunner.RunAsync(
                    run, scenario, instance, clock, round: 1, plan.Trial, cancellation,
                    (_, history) =>
                    {
                        path = TracePath.Of(history, repeats);
                        return true;
                    }).ConfigureAwait(false);
                observer.TrialEnded(
                    scenario.Id, plan.Trial, result.Numbers.Resumes,
                    result.Judgement.Judgements.Sum(each => each.Findings.Count));
            },
            cancellation).ConfigureAwait(false);
        var context = new JudgingContext(
            run.Contract, IsOneTrial: true, (_, _) => options.Command,
            header => RunFolder.HistoryName(header.Scenario, header.Trial));
        var outcome = ScenarioJudge.Judge(context, scenario.Id, [result!]);
        var document = RunSummary.Of(
            run, started, run.Time.GetElapsedTime(begun), [Compared(outcome.Document, plan, path)], outcome.Findings,
            cancellation.IsCancellationRequested) with { Trial = plan.Trial };
        run.Folder.Write(document);
        return document;
    }

    /// <summary>The scenario's outcome with that of the comparison: never a pass on another path.</summary>
    private static ScenarioDocument Compared(
        ScenarioDocument document, ReplayPlan plan, IReadOnlyList<string> path)
    {
        var divergence = Divergence(plan.Path, path);
        var check = new CheckDocument
        {
            Id = Diverged.Description.Id,
            Name = Diverged.Description.Name,
            Verdict = divergence is null ? Verdict.Pass : Verdict.Unknown,
            Opportunities = plan.Path.Count,
            Findings = 0,
            Reason = divergence,
        };
        return document with
        {
            Checks = [.. document.Checks, check],
            Verdict = document.Verdict.And(check.Verdict.Value),
            Reason = document.Reason ?? (divergence is null ? null : $"{check.Id} {check.Name}: {divergence}"),
        };
    }

    /// <summary>Where two paths part, in words; null if they do not.</summary>
    internal static string? Divergence(IReadOnlyList<string> expected, IReadOnlyList<string> seen)
    {
        for (var at = 0; at < Math.Max(expected.Count, seen.Count); at++)
        {
            var (wanted, got) = (At(expected, at), At(seen, at));
            if (wanted != got)
            {
                return string.Create(
                    CultureInfo.InvariantCulture, $"diverged at event {at + 1}: expected {wanted}, saw {got}");
            }
        }

        return null;
    }

    private static string At(IReadOnlyList<string> path, int at) => at < path.Count ? $"'{path[at]}'" : "the end";
}
